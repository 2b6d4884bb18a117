using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Across;

/// <summary>Something reads otherwise now.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Text">What it reads, for those who have not read it where it was typed.</param>
/// <param name="Before">The beginning of what it read, which stays visible.</param>
public sealed record Corrected(Ref Code, string? Text, string Before) : Says;

/// <summary>Words that stand there already.</summary>
/// <param name="Code">Where.</param>
public sealed record ReadsSoAlready(Ref Code) : Says;

/// <summary>Words that would not fit.</summary>
/// <param name="Most">How many characters fit.</param>
public sealed record CorrectionTooLong(int Most) : Says;

/// <summary>Puts right what stands for all to read. Anybody may; both versions stay.</summary>
[Careful]
public sealed record Correct(Target<ICorrectable> Thing, string Text) : ICommand, ISeeks<Correct, ICorrectable>
{
    private const int Newest = 20;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var thing = Thing.Value;
        var text = Plain.Line(Text);
        if (text.Length == 0)
        {
            throw Doubt.NoWords<Correct>(nameof(Text), thing.Ref.ToString());
        }

        if (text.Length > thing.LongestText)
        {
            throw new Refusal(new CorrectionTooLong(thing.LongestText));
        }

        if (text == thing.Text)
        {
            throw new Refusal(new ReadsSoAlready(thing.Ref));
        }

        turn.Keep(thing.Corrected(text, turn));
        return new Corrected(thing.Ref, turn.IsPrivate ? text : null, Plain.Short(thing.Text));
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<ICorrectable>> Candidates(Turn turn) => [turn.NewestHaving<ICorrectable>(Newest)];

    /// <inheritdoc/>
    public static IEnumerable<ICorrectable> WhatIsOver(Turn turn) => turn.LiveHaving<ICorrectable>();
}
