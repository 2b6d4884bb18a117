using System.Text.RegularExpressions;
using Bot.Core.Tests.Replay;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Bot.Host.Replay;

namespace Bot.Core.Tests.House;

/// <summary>The conversations in the documents are played, and the example of a command is a command, so that they cannot lie.</summary>
public sealed partial class DocumentTests
{
    private const string Conversation = "chat";
    private const string Contributing = "CONTRIBUTING.md";

    public static TheoryData<string, int> Conversations =>
        (from document in Documents.All
         from number in Enumerable.Range(0, In(document).Count)
         select (document, number)).ToTheory();

    [Theory]
    [MemberData(nameof(Conversations))]
    public async Task A_conversation_in_a_document_happens_as_it_is_written(string document, int number)
    {
        var transcript = TranscriptFile.Parse($"{document}.chat", In(document)[number]);
        await using var player = new TranscriptPlayer(transcript, PartsFor(document), Playing.InMemory(), new PlayManner());
        Assert.Equal("", Playing.Differences(document, transcript, await player.Play(transcript)));
    }

    [Fact]
    public void The_first_things_one_reads_hold_a_conversation() =>
        Assert.All(["README.md", Contributing], document => Assert.NotEmpty(In(document)));

    [Fact]
    public void No_conversation_goes_unplayed_for_want_of_its_mark()
    {
        var found = from document in Documents.All
                    from block in Documents.Blocks(document)
                    where block.Mark != Conversation && SaidByTheBot().IsMatch(block.Text)
                    select $"{document}: mark it « ```{Conversation} »:\n{block.Text}";
        Assert.Empty(found);
    }

    [Fact]
    public void The_example_of_a_command_is_compiled()
    {
        var compiled = File.ReadAllText(Path.Combine(Source.Root, "tests/Bot.Core.Tests/House/Thank.cs"));
        Assert.Equal([compiled], Documents.Blocks(Contributing).Where(block => block.Mark == "csharp").Select(block => block.Text));
    }

    private static List<string> In(string document) =>
        [.. Documents.Blocks(document).Where(block => block.Mark == Conversation).Select(block => block.Text)];

    // The example's texts go where the document says: behind those that are there.
    private static Parts PartsFor(string document)
    {
        if (document != Contributing)
        {
            return Playing.Parts;
        }

        var files = TextBook.BuiltIn().ToDictionary(StringComparer.Ordinal);
        files["fr/members.properties"] += string.Concat(Documents.Blocks(document).Where(block => block.Mark == "properties").Select(block => block.Text));
        return new Parts(new TextBook(files), typeof(DocumentTests).Assembly);
    }

    [GeneratedRegex("^bot[^>\n]*> ", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SaidByTheBot();
}
