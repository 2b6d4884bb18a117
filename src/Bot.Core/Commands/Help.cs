using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>A handful of commands to begin with.</summary>
/// <param name="Lines">One command each.</param>
public sealed record SomeCommands(IReadOnlyList<Says> Lines) : Says;

/// <summary>All commands.</summary>
/// <param name="Lines">Those about one topic each.</param>
public sealed record AllCommands(IReadOnlyList<Says> Lines) : Says;

/// <summary>The commands about one topic, by name.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Names">Their names.</param>
public sealed record CommandNames(Says Topic, IReadOnlyList<CommandName> Names) : Says;

/// <summary>The commands about one topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Lines">One command each.</param>
public sealed record CommandsAbout(Says Topic, IReadOnlyList<Says> Lines) : Says;

/// <summary>One command, on a line.</summary>
/// <param name="Example">How it is typed.</param>
/// <param name="Summary">What it does.</param>
public sealed record CommandLine(Says Example, Says Summary) : Says;

/// <summary>How one command is typed.</summary>
/// <param name="Summary">What it does.</param>
/// <param name="Example">An example.</param>
/// <param name="Names">All its names.</param>
public sealed record AboutCommand(Says Summary, Says Example, IReadOnlyList<CommandName> Names) : Says;

/// <summary>« Tout voir », on a button.</summary>
public sealed record ShowThemAll : Says;

/// <summary>« Essayer », on a button.</summary>
public sealed record TryIt : Says;

/// <summary>A command that nobody knows.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record NoSuchCommand(string Typed) : Says;

/// <summary>Helps: a handful of commands for this moment, one command, or all of them.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
[Menu(11)]
public sealed record AskHelp(string? About = null) : ICommand
{
    private const int AHandful = 5;

    /// <summary>What the button for all commands stands for, and, with a topic behind it, that of one topic. Nobody types it.</summary>
    private const string Everything = "*";

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var book = turn.Parts.Commands;
        if (About is null)
        {
            var some = book.Entries.Where(entry => entry.MenuOrder is not null && entry.FitsNow(turn))
                .OrderBy(entry => entry.MenuOrder)
                .Take(AHandful);
            return new SomeCommands([.. some.Select(Line)])
            {
                Offers = [OfferTo(new ShowThemAll(), Everything)],
            };
        }

        var topics = book.Entries.Where(entry => entry.IsTyped).OrderBy(entry => entry.MenuOrder ?? int.MaxValue).ThenBy(entry => NameOf(entry, turn), StringComparer.Ordinal)
            .GroupBy(entry => entry.Topic, StringComparer.Ordinal).ToList();
        if (About == Everything || turn.Parts.Texts.Words("AskHelp.words").Contains(Folding.Fold(About)))
        {
            return new AllCommands([.. topics.Select(topic => new CommandNames(TitleOf(topic.Key), [.. topic.Select(entry => new CommandName(NameOf(entry, turn)))]))])
            {
                Offers = [.. topics.Select(topic => OfferTopic(topic.Key))],
            };
        }

        if (topics.Find(topic => About == Everything + topic.Key) is { } chosen)
        {
            return new CommandsAbout(TitleOf(chosen.Key), [.. chosen.Select(Line)]);
        }

        var typed = About.TrimStart('/', '!');
        if (book.Read(typed) is not { } intent)
        {
            var near = book.Nearest(typed, turn.VoiceFor(turn.Member).Language, out var name);
            throw new Refusal(near is null
                ? new NoSuchCommand(Plain.Short(typed))
                : new PerhapsThisCommand(Plain.Short(typed), name) { Offers = [OfferTo(new Yes(), name)] });
        }

        return Describe(book.Find(intent.Command)!, turn);
    }

    /// <summary>A command, by its first name in the language of who asks.</summary>
    internal static string NameOf(CommandEntry entry, Turn turn) => turn.Parts.Commands.NamesOf(entry, turn.VoiceFor(turn.Member).Language)[0];

    /// <summary>The button that shows the commands about something.</summary>
    /// <param name="type">A command or a kind of document.</param>
    internal static Offer OfferTopicOf(Type type) => OfferTopic(CommandEntry.TopicOf(type));

    private static Prompt TitleOf(string topic) => new($"{topic}.topic");

    private static Offer OfferTopic(string topic) => OfferTo(TitleOf(topic), Everything + topic);

    private static Offer OfferTo(Says label, string about) => new(label, Intent.To<AskHelp>().With(nameof(About), about));

    private static CommandLine Line(CommandEntry entry) =>
        new(new Prompt($"{entry.Name}.example"), new Prompt($"{entry.Name}.summary"));

    private static AboutCommand Describe(CommandEntry entry, Turn turn) =>
        new(new Prompt($"{entry.Name}.summary"), new Prompt($"{entry.Name}.example"), [.. turn.Parts.Texts.Words($"{entry.Name}.names").Select(name => new CommandName(name))])
        {
            Offers = [new Offer(new TryIt(), Intent.To(entry))],
        };
}
