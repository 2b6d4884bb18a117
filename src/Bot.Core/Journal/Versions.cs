using System.Collections.Immutable;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>Words were written, in their history.</summary>
/// <param name="Who">By whom.</param>
/// <param name="Text">The words.</param>
/// <param name="When">When.</param>
public sealed record WasWritten(string Who, string Text, Instant When) : Says;

/// <summary>Words were put right, in their history.</summary>
/// <param name="Who">By whom.</param>
/// <param name="Text">What they read from then on.</param>
/// <param name="When">When.</param>
public sealed record WasCorrected(string Who, string Text, Instant When) : Says;

/// <summary>What a text of all read before: nothing of it is lost when somebody corrects it.</summary>
internal static class Versions
{
    /// <summary>With one more text that others now stand in place of.</summary>
    public static ImmutableList<EarlierText> With(ImmutableList<EarlierText>? earlier, string text, Turn turn) =>
        (earlier ?? []).Add(new EarlierText(text, turn.Member.Id, turn.Now));

    /// <summary>All the texts, oldest first, each with who wrote it.</summary>
    public static IEnumerable<Remark> Tell(string text, int author, Instant at, ImmutableList<EarlierText>? earlier, IRecords records)
    {
        List<string> texts = [.. (earlier ?? []).Select(each => each.Text), text];
        yield return new Remark(at, new WasWritten(records.Find<Member>(author)!.Name, texts[0], at));
        foreach (var (replaced, now) in (earlier ?? []).Zip(texts.Skip(1)))
        {
            yield return new Remark(replaced.At, new WasCorrected(records.Find<Member>(replaced.By)!.Name, now, replaced.At));
        }
    }
}
