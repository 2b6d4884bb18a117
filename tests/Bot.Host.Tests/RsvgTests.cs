using System.Text;
using Bot.Core.Chat;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Host.Tests;

/// <summary>Charts are painted by a program that may be there or not.</summary>
public sealed class RsvgTests
{
    private const int Most = 60_000;

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [PainterFact]
    public async Task A_drawing_becomes_a_picture_and_what_is_none_becomes_nothing()
    {
        var painter = Rsvg.Find(NullLoggerFactory.Instance)!;
        var picture = await painter.Paint(Drawing("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"300\"><rect width=\"99\" height=\"20\" fill=\"#0072B2\"/><text x=\"9\" y=\"60\">é &amp; ç</text></svg>"), CancellationToken.None);
        Assert.Equal(("bilan.png", "image/png"), (picture?.Name, picture?.MediaType));
        Assert.Equal(Png, picture!.Content[..4]);
        Assert.InRange(picture.Content.Length, 100, Most);
        Assert.Null(await painter.Paint(Drawing("<svg"), CancellationToken.None));
    }

    private static Attachment Drawing(string svg) => new("bilan.svg", "image/svg+xml", Encoding.UTF8.GetBytes(svg));

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class PainterFactAttribute : FactAttribute
    {
        public PainterFactAttribute() => Skip = Rsvg.Find(NullLoggerFactory.Instance) is null ? "There is no rsvg-convert on this machine." : null;
    }
}
