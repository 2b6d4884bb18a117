using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>Something was written in the journal.</summary>
/// <param name="Day">The day it stands in.</param>
/// <param name="Line">Its code.</param>
/// <param name="Text">The words, for those who have not read them where they were typed.</param>
/// <param name="Who">Who wrote them.</param>
public sealed record WrittenInJournal(LocalDate Day, Ref Line, string? Text, string Who) : Says;

/// <summary>What somebody said in passing is in the journal now; they are asked whether that is well.</summary>
/// <param name="Day">The day it stands in.</param>
/// <param name="Line">Its code.</param>
/// <param name="Text">Their words.</param>
/// <param name="Who">Whose they are.</param>
/// <param name="IsAsked">Whether they can answer.</param>
public sealed record KeptInJournal(LocalDate Day, Ref Line, string Text, string Who, bool IsAsked) : Says;

/// <summary>Who wrote what is to be kept, when that is not known.</summary>
/// <param name="Name">What the platform calls them, if it says.</param>
public sealed record WhoseWords(string? Name) : Says;

/// <summary>« Non, à retirer », on a button.</summary>
public sealed record NotInTheJournal : Says;

/// <summary>Words that would not fit on a phone.</summary>
/// <param name="Most">How many characters fit.</param>
public sealed record LineTooLong(int Most) : Says;

/// <summary>Whose words are kept, once that was asked.</summary>
/// <param name="Member">Whose.</param>
public sealed record Author(Member Member) : IReadable<Author>
{
    /// <inheritdoc/>
    public static Author? Read(Words words, Asked how, Turn turn) =>
        how.IsAlone && Names.Take(words, 0, turn, isSurelyAName: true) is { } member ? new Author(member) : null;
}

/// <summary>Writes something in the journal, for all to find again; in reply to what somebody said, their words.</summary>
[Menu(10)]
public sealed record WriteInJournal([OrWhatIsQuoted] string Text, Author? By = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var text = Plain.Line(Text);
        if (text.Length == 0)
        {
            throw Doubt.NoWords<WriteInJournal>(nameof(Text));
        }

        if (text.Length > JournalLine.Longest)
        {
            throw new Refusal(new LineTooLong(JournalLine.Longest));
        }

        var whose = By?.Member ?? Whose(turn);
        var line = JournalLine.Of(text, whose, turn);
        line.Keep(turn);
        if (whose.Id == turn.Member.Id)
        {
            return new WrittenInJournal(line.Day, line.Ref, turn.IsPrivate ? text : null, whose.Name);
        }

        turn.DoneFor(whose);
        var isAsked = turn.HasAccount(whose);
        return new KeptInJournal(line.Day, line.Ref, text, whose.Name, isAsked)
        {
            Offers = isAsked ? [new Offer(new NotInTheJournal(), Intent.To<TakeOutMyWords>().With(nameof(TakeOutMyWords.Line), line.Ref))] : [],
        };
    }

    private Member Whose(Turn turn)
    {
        if (turn.Quoted is not { } quoted || quoted.Words != Text)
        {
            return turn.Member;
        }

        var isPerson = quoted.By.IsPerson;
        return isPerson && turn.MemberBehind(quoted.By.Account) is { } known
            ? known
            : throw new Doubt(new WhoseWords(isPerson ? quoted.By.Name : null), isPerson ? Names.WaysToKnow(quoted.By.Name, turn) : Names.Some(turn))
            {
                Parameter = nameof(By),
                OtherWords = Text,
            };
    }
}
