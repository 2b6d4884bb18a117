using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Rotas;

/// <summary>There is no such rota, and nobody was named for one.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record NoSuchRota(string Typed) : Says;

/// <summary>Several rotas could be meant.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record WhichRota(string Typed) : Says;

/// <summary>A rota takes two people at least.</summary>
/// <param name="Title">Its title.</param>
public sealed record TooFewForRota(string Title) : Says;

/// <summary>All rotas.</summary>
/// <param name="Lines">One each.</param>
public sealed record AllRotas(IReadOnlyList<Says> Lines) : Says;

/// <summary>A rota, on a line.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Rota">Its code.</param>
/// <param name="Who">Whose turn it is; null when all are away.</param>
public sealed record RotaLine(string Title, Ref Rota, string? Who) : Says;

/// <summary>Shows a rota, or begins one; changes turns, says that one is away, comes in or leaves.</summary>
public sealed record TendRota(People? Who = null, RotaWish? Wish = null, Occasion? On = null, string? Title = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            return new AllRotas([.. turn.Live<Rota>().Select(rota => new RotaLine(rota.Title, rota.Ref, turn.Find<Member>(rota.Holder)?.Name))]);
        }

        var title = Titles.Of<TendRota>(Title);
        var rota = Find(title, turn);
        if (rota is null || (Who is not null && Wish is null))
        {
            return Set(title, rota, turn);
        }

        if (Wish is null)
        {
            return turn.Card(rota.Ref.ToString());
        }

        return new RotaChange(rota, Who?.Members[0] ?? turn.Member, turn).Do(Wish, On?.Time.Last ?? On?.Time.Day);
    }

    /// <summary>The button of a wish.</summary>
    internal static Offer Offer(Says label, Rota rota, RotaWish wish, Turn turn) => new(label, Intent.To<TendRota>().With(nameof(Title), rota.Ref).With(nameof(Wish), wish.Typed(turn)));

    private static Rota? Find(string title, Turn turn)
    {
        if (Ref.TryParse(title, out var code) && code.Letter == Kind.Of<Rota>().Letter && turn.Find<Rota>(code.Number) is { IsOff: false } coded)
        {
            return coded;
        }

        var folded = FoldedTitle.Of(title);
        var fits = turn.Live<Rota>().Select(rota => (Rota: rota, Fit: Matching.Compare(folded, turn.TitleOf(rota), Fit.Typo))).Where(each => each.Fit <= Fit.Typo).OrderBy(each => each.Fit).ToList();
        return fits is [] ? null
            : fits is [_] || fits[0].Fit < fits[1].Fit ? fits[0].Rota
            : throw new Refusal(new WhichRota(Plain.Short(title)) { Offers = [.. fits.Select(each => new Offer(new ThatOne(each.Rota.Ref, each.Rota.Title), Intent.To<TendRota>().With(nameof(Title), each.Rota.Ref)))] });
    }

    // The first who is named has the turn that goes on now; those who were away stay so.
    private Says Set(string title, Rota? known, Turn turn)
    {
        List<int> people = [.. Who?.Members.Select(member => member.Id) ?? []];
        if (people.Count < 2)
        {
            throw new Refusal(people.Count == 0 ? new NoSuchRota(Plain.Short(title)) : new TooFewForRota(Plain.Short(title)));
        }

        var monday = turn.Today.Next(IsoDayOfWeek.Monday);
        var series = On?.Series ?? known?.Series ?? new EventSeries(new Language.RecurrenceRule(Language.Frequency.Weekly));
        var first = On?.Series is null ? known?.Next ?? new EventTime(monday) : new EventTime(On.Time.Day);
        var rota = (known ?? new Rota { Id = turn.NextId<Rota>(), Title = title, Room = Circle.RoomFor(title, turn)?.Id ?? turn.Settings.Home, Next = first, Series = series }) with { Next = first, Series = series };
        rota = rota.Given([.. people], turn.Today);
        rota = rota.Next.Day > turn.Today ? rota : rota.Begun(turn.Today) ?? rota;
        turn.Keep(rota);
        ChangeTurns.Plan(rota, turn);
        return turn.Card(rota.Ref.ToString());
    }
}
