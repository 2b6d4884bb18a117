using Bot.Host.Replay;

namespace Bot.EndToEnd.Tests;

/// <summary>Holds what people read on Matrix against what the same conversation shows where nothing stands between them and the bot.</summary>
/// <param name="village">Matrix.</param>
/// <param name="group">The room of the group.</param>
/// <param name="reader">Who reads there.</param>
/// <param name="there">Who plays there.</param>
/// <param name="here">The conversation itself.</param>
internal sealed class SameWords(Village village, string group, string reader, MatrixPlayer there, TranscriptPlatform here)
{
    /// <summary>Fails when somebody reads something else.</summary>
    /// <param name="after">What happened before.</param>
    public async Task Check(TranscriptLine after)
    {
        var expected = here.Newest.Select(message => Line(TranscriptPlaces.OwnerOf(message.Place) ?? "", message.Now.Text)).Order(StringComparer.Ordinal).ToList();
        var read = (await village.Sees(reader, group)).Select(seen => Line("", seen.Text)).ToList();
        foreach (var (name, chat) in there.Chats)
        {
            read.AddRange((await village.Sees(name, chat)).Where(seen => !there.Welcomes.Contains(seen.Id)).Select(seen => Line(name, seen.Text)));
        }

        read.Sort(StringComparer.Ordinal);
        Assert.True(
            expected.SequenceEqual(read, StringComparer.Ordinal),
            $"""
            After line {after.Number}, « {after.Written} », on Matrix
            this is missing:
            {string.Join('\n', Without(expected, read))}
            and this is too much:
            {string.Join('\n', Without(read, expected))}
            """);
    }

    /// <summary>A text as people read it: all spaces are the same.</summary>
    public static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ').TrimEnd();

    private static string Line(string who, string text) => $"{who}> {Plain(text)}";

    private static IEnumerable<string> Without(List<string> all, List<string> others)
    {
        var left = others.ToList();
        return all.Where(each => !left.Remove(each)).ToList();
    }
}
