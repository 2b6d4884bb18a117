using Bot.Core.Texts;

namespace Bot.Core.Decisions;

/// <summary>What somebody can answer to a proposal. A question is no answer.</summary>
public enum Choice
{
    /// <summary>They consent: they can live with it, and it may go ahead.</summary>
    Accord,

    /// <summary>They leave it to the others.</summary>
    Abstention,

    /// <summary>They consent with a concern, which is kept with the outcome and blocks nothing.</summary>
    Reserve,

    /// <summary>They see a harm or a risk: it blocks until they lift it, or it is dealt with.</summary>
    Objection,
}

/// <summary>« D'accord ».</summary>
public sealed record Agree : Says;

/// <summary>« Abstention ».</summary>
public sealed record Abstain : Says;

/// <summary>« Réserve ».</summary>
public sealed record Reserved : Says;

/// <summary>« Objection ».</summary>
public sealed record Object : Says;

/// <summary>An answer, in the middle of a sentence.</summary>
/// <param name="Choice">The key of its word.</param>
public sealed record ChoiceWord(string Choice) : Says
{
    /// <inheritdoc/>
    public override string Key => $"ChoiceWord.{Choice}";
}

/// <summary>The names of the answers, as sentences write them and as people type them.</summary>
internal static class Choices
{
    /// <summary>How a choice is called.</summary>
    public static Says Name(this Choice choice) => new ChoiceWord(choice.ToString());

    /// <summary>What people type for a choice, in any language.</summary>
    public static IReadOnlyList<string> Words(this Choice choice, TextBook texts) => choice switch
    {
        Choice.Accord => texts.Words("Agree.words"),
        Choice.Abstention => texts.Words("Abstain.words"),
        Choice.Reserve => texts.Words("Reserved.words"),
        _ => texts.Words("Object.words"),
    };
}
