using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Ideas;

/// <summary>Words that name no idea, and nothing one can do with them.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record WhatOfIdeas(string Typed) : Says;

/// <summary>Which idea is meant was not said.</summary>
public sealed record WhichIdea : Says;

/// <summary>Several ideas, where one is meant.</summary>
public sealed record OneIdeaEach : Says;

/// <summary>Shows the ideas on the wall, or one; hides and opens them, has people choose, puts some together, makes of one what it asks for.</summary>
public sealed record TendIdeas(SomeIdeas? Ideas = null, IdeaWish? Wish = null, Tag? Of = null, PageNumber? Page = null, IdeaTime? On = null, string? Rest = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var takesRest = Wish == IdeaWish.Group || Wish == IdeaWish.MakeEvent;
        if (Rest is not null && !takesRest)
        {
            throw new Refusal(new WhatOfIdeas(Plain.Short(Rest)));
        }

        return Wish == IdeaWish.Hide ? PostIts.Hide(turn)
            : Wish == IdeaWish.Open ? PostIts.Open(turn)
            : Wish == IdeaWish.Choose ? ChoosingTogether.Begin(Ideas?.All, Of, turn)
            : Wish == IdeaWish.EndChoice ? ChoosingTogether.End(turn)
            : Wish == IdeaWish.Draw ? IdeaPage.Draw(turn)
            : Wish == IdeaWish.Group ? Themes.Put(Asked(turn), Rest ?? Of?.Typed, turn)
            : Wish == IdeaWish.Ungroup ? Themes.PutApart(Asked(turn), turn)
            : Wish == IdeaWish.MakeAction ? TakingUp.AsAction(One(turn), turn)
            : Wish == IdeaWish.MakeEvent ? TakingUp.AsEvent(One(turn), On?.Occasion, Rest, turn)
            : Wish == IdeaWish.MakeProposal ? TakingUp.AsProposal(One(turn), turn)
            : Ideas is null ? IdeaPage.Wall(Of, Page, turn)
            : One(turn).Explain(turn);
    }

    /// <summary>A button about one idea.</summary>
    internal static Offer Offer(Says label, Idea idea, IdeaWish wish, Turn turn) => new(label, Intent.To<TendIdeas>().With(nameof(Ideas), idea.Ref).With(nameof(Wish), wish.Typed(turn)));

    private IReadOnlyList<Idea> Asked(Turn turn) =>
        Ideas?.All ?? (SomeIdeas.Some(turn) is { Count: > 0 } some
            ? throw new Doubt(new WhichIdea(), some) { Parameter = nameof(Ideas) }
            : throw new Refusal(new NoIdeaYet()));

    private Idea One(Turn turn) => Asked(turn) is [var only] ? only : throw new Refusal(new OneIdeaEach());
}
