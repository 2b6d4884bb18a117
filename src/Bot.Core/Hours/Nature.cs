using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>What kind of work it was: coordination and meetings are easily forgotten when time is counted.</summary>
public enum Nature
{
    /// <summary>Whatever is none of the others.</summary>
    Production,

    /// <summary>Seeing to it that others can work.</summary>
    Coordination,

    /// <summary>Meeting.</summary>
    Meeting,

    /// <summary>Learning or teaching.</summary>
    Training,
}

/// <summary>A kind of work, in a word.</summary>
/// <param name="Nature">The key of its word.</param>
public sealed record NatureNamed(string Nature) : Says
{
    /// <inheritdoc/>
    public override string Key => $"{nameof(NatureNamed)}.{Nature}";
}

/// <summary>Reads what kind of work it was.</summary>
internal static class Natures
{
    /// <summary>What some words say of it: « réunion du mardi », « #coordination ».</summary>
    /// <param name="text">The words.</param>
    /// <param name="turn">The turn.</param>
    public static Nature Of(string? text, Turn turn)
    {
        var words = new Words(text ?? "").Left.Select(word => word.Folded.TrimStart(Tag.Sign)).ToHashSet(StringComparer.Ordinal);
        return words.Overlaps(turn.Parts.Texts.Words("CoordinationWork.words")) ? Nature.Coordination
            : words.Overlaps(turn.Parts.Texts.Words("MeetingWork.words")) ? Nature.Meeting
            : words.Overlaps(turn.Parts.Texts.Words("TrainingWork.words")) ? Nature.Training
            : Nature.Production;
    }
}
