using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>One column of the board, all of it, page by page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many actions it holds.</param>
/// <param name="Lines">Those of this page.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record ColumnReads(Says Name, int Count, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>Puts the board up, one message that stays true; or shows all of one column.</summary>
[Menu(7)]
public sealed record ShowBoard(Tag? Of = null, BoardColumn? Column = null, PageNumber? Page = null) : ICommand, ISuitMoments
{
    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<CoopAction>().Any();

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (Column is null)
        {
            return turn.Card(Board.SubjectOf(Of));
        }

        var actions = Column.Of(turn, Of);
        var page = PageNumber.Of(actions, Page);
        var column = Intent.To<ShowBoard>().With(nameof(Column), Column.Typed(turn.Parts.Texts));
        return new ColumnReads(Column.Name, actions.Count, [.. page.Shown.Select(action => ActionOnBoard.Of(action, turn))], page.More)
        {
            Offers = page.OfferRest(Of is null ? column : column.With(nameof(Of), Of.Typed), nameof(Page)),
        };
    }
}
