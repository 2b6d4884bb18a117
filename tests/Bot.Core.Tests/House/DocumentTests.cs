using System.Text.RegularExpressions;
using Bot.Core.Tests.Replay;
using Bot.Host.Replay;

namespace Bot.Core.Tests.House;

/// <summary>The conversations in the documents are played, so that they cannot lie.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string, int> Conversations
    {
        get
        {
            var found = new TheoryData<string, int>();
            foreach (var document in new[] { "README.md" })
            {
                for (var i = 0; i < In(document).Count; i++)
                {
                    found.Add(document, i);
                }
            }

            return found;
        }
    }

    [Theory]
    [MemberData(nameof(Conversations))]
    public async Task A_conversation_in_a_document_happens_as_it_is_written(string document, int number)
    {
        var transcript = TranscriptFile.Parse($"{document}.fr.chat", In(document)[number]);
        var shown = await Playing.Play(transcript, Playing.InMemory(), new PlayManner());
        Assert.Equal("", Playing.Differences(document, transcript, shown));
    }

    private static List<string> In(string document) =>
        [.. Fenced().Matches(File.ReadAllText(Path.Combine(Source.Root, document)))
            .Select(match => match.Groups["text"].Value)
            .Where(text => text.Contains("\nbot> ", StringComparison.Ordinal))];

    [GeneratedRegex("^```\\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fenced();
}
