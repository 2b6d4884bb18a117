using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>What a button leads to, as it is kept beside its token.</summary>
/// <param name="Intent">What pressing it means.</param>
/// <param name="Room">The room it came up in and goes on in, when it is pressed elsewhere; 0 in private, null where it is pressed.</param>
/// <param name="Question">The question it answers; once that is closed, so is the button.</param>
/// <param name="OrOther">The parameter for which something else may be typed.</param>
/// <param name="Number">The number that chooses it, when that is not its place among the buttons.</param>
internal sealed record ButtonMeaning(Intent Intent, int? Room = null, int? Question = null, string? OrOther = null, int? Number = null);

/// <summary>What somebody means by what they did.</summary>
/// <param name="Intent">The command they mean, if any.</param>
/// <param name="Reply">What to answer them alone instead, if anything.</param>
/// <param name="Room">Where it goes on, when elsewhere than where it was said; 0 for private.</param>
internal sealed record Meaning(Intent? Intent, Says? Reply = null, int? Room = null)
{
    /// <summary>Nothing that concerns the bot.</summary>
    public static readonly Meaning None = new((Intent?)null);

    /// <summary>The question it answers, if any.</summary>
    public Question? Answers { get; init; }

    /// <summary>Whether <see cref="Reply"/> says what was done, for those who heard it happen.</summary>
    public bool IsDone { get; init; }
}

/// <summary>A command that nobody knows, and the one that may be meant.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Name">The near name.</param>
public sealed record PerhapsThisCommand(string Typed, string Name) : Says;

/// <summary>In private, something that is no command.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record NotUnderstood(string Typed) : Says;

/// <summary>Something has no such choice, or none at all.</summary>
/// <param name="Code">What was named.</param>
/// <param name="Typed">The choice.</param>
public sealed record NoSuchChoice(Ref Code, string Typed) : Says;

/// <summary>A button that leads nowhere any more.</summary>
public sealed record ButtonGone : Says;

/// <summary>A button that is somebody else's.</summary>
public sealed record ButtonOfAnother : Says;

/// <summary>Finds out what a message, a press or a reaction means.</summary>
internal static class Interpreter
{
    private const string Prefixes = "/!";
    private const int ShortestBeginning = 2;

    /// <summary>Whether a line begins like a command.</summary>
    public static bool HasPrefix(string text) =>
        text.Length > 1 && Prefixes.Contains(text[0], StringComparison.Ordinal) && char.IsLetter(text[1]);

    /// <summary>The command that begins a sandbox, if that is all somebody asks for, whichever coop their private chat is about.</summary>
    public static Intent? AsksForASandbox(Incoming incoming, Parts parts, IStore store) =>
        AtFirstSight(incoming, parts, store) is { Words: "", Given.IsEmpty: true } intent && parts.Commands.Find(intent.Command) is { BeginsASandbox: true } ? intent : null;

    /// <summary>The command that takes a code, when somebody shows one alone with the bot: it is about the coop of the code, whichever theirs are.</summary>
    public static Intent? ShowsACode(Incoming incoming, Parts parts, IStore store)
    {
        if (!incoming.IsPrivate)
        {
            return null;
        }

        if (incoming is Opened { Payload: { } payload } && LinkCode.Read(payload) is { } code)
        {
            return Intent.Typed(parts.Commands.Entries.First(entry => entry.TakesACode).Name, code);
        }

        return AtFirstSight(incoming, parts, store) is { Words.Length: > 0 } intent && parts.Commands.Find(intent.Command) is { TakesACode: true } ? intent : null;
    }

    private static Intent? AtFirstSight(Incoming incoming, Parts parts, IStore store) => incoming switch
    {
        Said said when said.Text.Trim() is var text => HasPrefix(text) ? parts.Commands.Read(text[1..]) : parts.Commands.ReadBare(text),
        Pressed pressed when store.FindToken(pressed.Token) is { } entry => Json.Read<ButtonMeaning>(entry.Intent).Intent,
        _ => null,
    };

    public static Meaning Read(Said said, Turn turn, Coop coop)
    {
        var text = said.Text.Trim();
        if (HasPrefix(text))
        {
            return turn.Parts.Commands.Read(text[1..]) is { } typed ? new Meaning(typed)
                : ChoiceByCode(text[1..], said.Place, turn, coop) is { } byCode ? byCode
                : Unknown(text[1..], turn);
        }

        if (turn.Parts.Understanding.Select(each => each.Read(text, turn)).FirstOrDefault(intent => intent is not null) is { } understood)
        {
            return new Meaning(understood);
        }

        var repliedTo = said.ReplyTo is { } reply ? coop.ShownAt(said.Place, reply) : null;
        if (turn.OpenQuestion() is { } question
            && AnswerTo(question, text, turn, said.IsPrivate || (repliedTo is not null && repliedTo.Id == question.AskedIn)) is { } answer)
        {
            return new Meaning(answer, Room: question.Room) { Answers = question };
        }

        if (repliedTo is not null && Chosen(text, repliedTo, turn) is { } inReply)
        {
            return inReply;
        }

        // Alone with the bot, a number or a label can only be meant for its last choices.
        if (said.IsPrivate && said.ReplyTo is null && coop.NewestChoices(said.Place) is { } choices && Chosen(text, choices, turn) is { } alone)
        {
            return alone;
        }

        if (!said.IsPrivate && !said.Addressed && repliedTo is null)
        {
            return Meaning.None;
        }

        return turn.Parts.Commands.ReadBare(text) is { } bare ? new Meaning(bare)
            : repliedTo is not null && Begin(text, repliedTo) is { } begun ? Follow(begun, turn)
            : said.IsPrivate ? NearOr(text, turn, new NotUnderstood(Plain.Short(text)))
            : said.Addressed && repliedTo is null ? Unknown(text, turn)
            : Meaning.None;
    }

    /// <summary>What the button behind a token means now, for who presses it.</summary>
    public static Meaning Follow(string token, Turn turn)
    {
        if (turn.TokenEntry(token) is not { } entry || (entry.Until is { } until && until <= turn.Now))
        {
            return new Meaning(null, new ButtonGone());
        }

        if (entry.Member is { } only && only != turn.Member.Id)
        {
            return new Meaning(null, new ButtonOfAnother());
        }

        var meaning = Json.Read<ButtonMeaning>(entry.Intent);
        var question = meaning.Question is { } id ? turn.Find<Question>(id) : null;
        return meaning.Question is not null && question is null
            ? new Meaning(null, new ButtonGone())
            : new Meaning(meaning.Intent, Room: meaning.Room) { Answers = question };
    }

    /// <summary>The button of a message that a number, a keycap or a label chooses.</summary>
    public static string? Choose(string text, ShownMessage message, Turn turn)
    {
        // « 5 » is the button that says so, before it is the fifth.
        var folded = Folding.FoldName(text);
        return message.Buttons.FirstOrDefault(button => string.Equals(Folding.FoldName(button.Label), folded, StringComparison.Ordinal))?.Token
            ?? (Number(text) is { } number ? message.Buttons.Where((button, index) => (MeaningOf(button, turn)?.Number ?? index + 1) == number).FirstOrDefault()?.Token : null);
    }

    private static ButtonMeaning? MeaningOf(Button button, Turn turn) => turn.TokenEntry(button.Token) is { } entry ? Json.Read<ButtonMeaning>(entry.Intent) : null;

    private static Meaning? Chosen(string text, ShownMessage message, Turn turn) =>
        Choose(text, message, turn) is { } token ? Follow(token, turn) : Instead(text, message, turn);

    // « 1h15 », where [1 h] and [2 h] are offered.
    private static Meaning? Instead(string text, ShownMessage message, Turn turn)
    {
        foreach (var button in message.Buttons)
        {
            if (MeaningOf(button, turn) is { OrOther: { } parameter, Intent: var offered } && ParameterOf(offered, parameter, turn)?.IsWholly(text, turn) == true)
            {
                var followed = Follow(button.Token, turn);
                return followed with { Intent = followed.Intent?.With(parameter, text) };
            }
        }

        return null;
    }

    private static Parameter? ParameterOf(Intent intent, string name, Turn turn) =>
        turn.Parts.Commands.Find(intent.Command)?.Parameters.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.Ordinal));

    // « abst » is enough in reply to a message where only one choice begins so.
    private static string? Begin(string text, ShownMessage message)
    {
        var folded = Folding.FoldName(text);
        var begun = folded.Length < ShortestBeginning ? [] : message.Buttons.Where(button => Folding.FoldName(button.Label).StartsWith(folded, StringComparison.Ordinal)).ToList();
        return begun is [var only] ? only.Token : null;
    }

    // « /v E1 2 », for who can neither tap nor reply: the second choice of the newest message about E1.
    private static Meaning? ChoiceByCode(string line, Place place, Turn turn, Coop coop)
    {
        var words = new Words(line);
        if (words.Left.Count < 3 || !turn.Parts.Texts.Words("Choose.words").Contains(words.Left[0].Folded) || !Ref.TryParse(words.Left[1].Folded, out var code))
        {
            return null;
        }

        words.Take(0, 2);
        return coop.NewestChoices(place, code.ToString()) is { } message && (Choose(words.LeftText, message, turn) ?? Begin(words.LeftText, message)) is { } token
            ? Follow(token, turn)
            : new Meaning(null, new NoSuchChoice(code, Plain.Short(words.LeftText)));
    }

    private static Intent? AnswerTo(Question question, string text, Turn turn, bool isDirect)
    {
        if (isDirect && Number(text) is { } number && number > 0 && number <= question.Meanings.Count)
        {
            return question.Meanings[number - 1];
        }

        var folded = Folding.FoldName(text);
        for (var i = 0; i < question.Labels.Count; i++)
        {
            if (string.Equals(Folding.FoldName(question.Labels[i]), folded, StringComparison.Ordinal))
            {
                return question.Meanings[i];
            }
        }

        // « prendre le temps » is a title; « libres » alone is a command.
        if (isDirect && question.TakesText && turn.Parts.Commands.Read(text) is not { Words: "" })
        {
            return question.Intent.With(question.Parameter, text);
        }

        return ParameterOf(question.Intent, question.Parameter, turn)?.IsWholly(text, turn) == true ? question.Intent.With(question.Parameter, text) : null;
    }

    // « 2 », « 2. » and the keycap 2️⃣ are the same answer.
    private static int? Number(string text)
    {
        var digits = text.Trim().TrimEnd('.', ')').Replace("\uFE0F", "", StringComparison.Ordinal).Replace("\u20E3", "", StringComparison.Ordinal);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static Meaning Unknown(string text, Turn turn) => NearOr(text, turn, null);

    private static Meaning NearOr(string text, Turn turn, Says? otherwise)
    {
        var words = new Words(text);
        if (words.IsEmpty || turn.Parts.Commands.Nearest(words.Left[0].Text, turn.VoiceFor(turn.Member).Language, out var name) is not { } near
            || near.IsOrdinaryWord)
        {
            return new Meaning(null, otherwise);
        }

        var typed = words.Left[0].Text;
        words.Take(0, 1);
        var meant = Intent.Typed(near.Name, words.LeftText);
        return new Meaning(null, new PerhapsThisCommand(Plain.Short(typed), name) { Offers = [new Offer(new Yes(), meant)] });
    }
}
