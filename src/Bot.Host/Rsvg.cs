using System.ComponentModel;
using System.Diagnostics;
using Bot.Core.Chat;

namespace Bot.Host;

/// <summary>Paints drawings with rsvg-convert (Debian: librsvg2-bin), when it is installed. It reads the drawing and writes the picture, and no file besides.</summary>
/// <param name="program">Where it is.</param>
/// <param name="log">For the operator.</param>
internal sealed partial class Rsvg(string program, ILogger<Rsvg> log) : IPainter
{
    private const string Name = "rsvg-convert";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The painter of this machine; null when it has none.</summary>
    /// <param name="logs">For the operator.</param>
    public static Rsvg? Find(ILoggerFactory logs) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, Name))
        .FirstOrDefault(File.Exists) is { } program ? new Rsvg(program, logs.CreateLogger<Rsvg>()) : null;

    /// <inheritdoc/>
    public async Task<Attachment?> Paint(Attachment drawing, CancellationToken stop)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stop);
        giveUp.CancelAfter(Longest);
        try
        {
            return await Run(drawing, giveUp.Token) is { Length: > 0 } picture ? new Attachment(Path.ChangeExtension(drawing.Name, ".png"), "image/png", picture) : null;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested && failure is OperationCanceledException or Win32Exception or IOException)
        {
            LogNotPainted(failure);
            return null;
        }
    }

    private async Task<byte[]?> Run(Attachment drawing, CancellationToken stop)
    {
        using var painting = Process.Start(new ProcessStartInfo(program, ["--format=png"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            using var picture = new MemoryStream();
            var reading = painting.StandardOutput.BaseStream.CopyToAsync(picture, stop);
            await painting.StandardInput.BaseStream.WriteAsync(drawing.Content, stop);
            painting.StandardInput.Close();
            await reading;
            await painting.WaitForExitAsync(stop);
            return painting.ExitCode == 0 ? picture.ToArray() : null;
        }
        finally
        {
            if (!painting.HasExited)
            {
                painting.Kill();
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A chart could not be painted; it was told in words.")]
    private partial void LogNotPainted(Exception failure);
}
