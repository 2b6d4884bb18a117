using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>A note was left on an action.</summary>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Text">The words, for those who have not read them where they were typed.</param>
/// <param name="Who">Who left it.</param>
public sealed record NoteAdded(string Title, Ref Action, string? Text, string Who) : Says;

/// <summary>Words that would not fit on a phone.</summary>
/// <param name="Most">How many characters fit.</param>
public sealed record NoteTooLong(int Most) : Says;

/// <summary>Leaves a note on an action, for whoever takes care of it.</summary>
public sealed record AddNote(Target<CoopAction> Action, string Text) : ICommand, ISeeks<AddNote, CoopAction>
{
    /// <summary>Seven such notes still fit in one message of every platform.</summary>
    private const int LongestNote = 500;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var action = Action.Value;
        var text = Plain.Line(Text);
        if (text.Length == 0)
        {
            throw Doubt.NoWords<AddNote>(nameof(Text), action.Ref.ToString());
        }

        if (text.Length > LongestNote)
        {
            throw new Refusal(new NoteTooLong(LongestNote));
        }

        turn.Keep(ActionNote.On(action, text, turn));
        return new NoteAdded(action.Title, action.Ref, turn.IsPrivate ? text : null, turn.Member.Name);
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn)
    {
        var me = turn.Member.Id;
        yield return turn.Live<CoopAction>().Where(action => action.IsOpen && action.IsOnIt(me));
        yield return turn.Live<CoopAction>().Where(action => action.IsOpen && !action.IsOnIt(me));
    }

    /// <inheritdoc/>
    public static IEnumerable<CoopAction> WhatIsOver(Turn turn) => turn.Live<CoopAction>().Where(action => !action.IsOpen);
}
