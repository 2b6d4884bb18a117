using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Circles;

/// <summary>There is no such circle yet: whether it begins.</summary>
/// <param name="Circle">Its name, as it is typed.</param>
public sealed record BeginCircle(string Circle) : Says;

/// <summary>« Oui, créer », on a button.</summary>
public sealed record YesBegin : Says;

/// <summary>A circle has begun.</summary>
/// <param name="Circle">Its name, as it is typed.</param>
/// <param name="Who">Who is in it.</param>
public sealed record CircleBegun(string Circle, IReadOnlyList<string> Who) : Says;

/// <summary>Who is in a circle, now that some have come or gone.</summary>
/// <param name="Circle">Its name, as it is typed.</param>
/// <param name="Who">Who is in it.</param>
public sealed record CircleNow(string Circle, IReadOnlyList<string> Who) : Says;

/// <summary>To somebody whom another put into a circle.</summary>
/// <param name="By">Who did.</param>
/// <param name="Circle">Its name, as it is typed.</param>
public sealed record PutInCircle(string By, string Circle) : Says;

/// <summary>A circle meets in this room from now on.</summary>
/// <param name="Circle">Its name, as it is typed.</param>
public sealed record CircleMeetsHere(string Circle) : Says;

/// <summary>A circle needs a room to meet in, and this is a private chat.</summary>
/// <param name="Circle">Its name, as it is typed.</param>
public sealed record CircleNeedsRoom(string Circle) : Says;

/// <summary>There are others in the circle: whether it ends all the same.</summary>
/// <param name="Count">How many others.</param>
/// <param name="Circle">Its name, as it is typed.</param>
public sealed record OthersInCircle(int Count, string Circle) : Says;

/// <summary>A circle has come to its end.</summary>
/// <param name="Circle">Its name, as it is typed.</param>
public sealed record CircleClosed(string Circle) : Says;

/// <summary>« J'en suis », on a button.</summary>
public sealed record CountMeIn : Says;

/// <summary>« Je quitte », on a button.</summary>
public sealed record CountMeOut : Says;

/// <summary>Shows a circle, or all of them; begins one, joins it, leaves it, says where it meets, ends it.</summary>
public sealed record TendCircle(People? With = null, CircleWish? Wish = null, CircleName? Name = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (Name is null)
        {
            return With is null ? CirclePage.All(turn) : throw new Doubt(new WhichCircle(), CircleName.Some(turn)) { Parameter = nameof(Name) };
        }

        return Circle.Of(Name.Tag, turn) switch
        {
            null => Begin(Name.Tag, turn),
            var circle when Wish == CircleWish.MeetHere => MeetHere(circle, turn),
            var circle when Wish == CircleWish.Close => Close(circle, turn),
            var circle when Wish == CircleWish.Leave => Keep(circle, circle.People.Remove(turn.Member.Id), turn),
            var circle when Wish == CircleWish.Join || With is not null => Keep(circle, circle.People.Union(Wanted(turn)), turn),
            var circle => CirclePage.Of(circle, turn),
        };
    }

    /// <summary>The button that joins a circle.</summary>
    internal static Offer OfferToJoin(Circle circle, Turn turn) => new(new CountMeIn(), Intent(circle, CircleWish.Join, turn));

    private static Intent Intent(Circle circle, CircleWish wish, Turn turn) =>
        Commands.Intent.To<TendCircle>().With(nameof(Name), circle.Tag.Typed).With(nameof(Wish), wish.Typed(turn));

    private IEnumerable<int> Wanted(Turn turn) => With is null ? [turn.Member.Id] : With.Members.Select(member => member.Id);

    // A slip of the finger does not begin a circle; whoever says who is in it means to.
    private CircleBegun Begin(Tag tag, Turn turn)
    {
        if (With is null)
        {
            turn.Confirm(new BeginCircle(tag.Typed), new YesBegin());
        }

        var circle = new Circle { Id = turn.NextId<Circle>(), Name = tag.Name, People = [turn.Member.Id, .. Wanted(turn)], Room = Wish == CircleWish.MeetHere ? turn.Room?.Id ?? 0 : 0 };
        turn.Keep(circle);
        TellThose(circle, turn);
        return new CircleBegun(tag.Typed, circle.Who(turn));
    }

    private Says Keep(Circle circle, System.Collections.Immutable.ImmutableSortedSet<int> members, Turn turn)
    {
        var now = circle with { People = members };
        if (members != circle.People)
        {
            turn.Keep(now);
            TellThose(now, turn);
        }

        return new CircleNow(now.Tag.Typed, now.Who(turn)) { Offers = members.Contains(turn.Member.Id) ? [] : [OfferToJoin(now, turn)] };
    }

    private static CircleMeetsHere MeetHere(Circle circle, Turn turn)
    {
        turn.Keep(circle with { Room = turn.Room?.Id ?? throw new Refusal(new CircleNeedsRoom(circle.Tag.Typed)) });
        return new CircleMeetsHere(circle.Tag.Typed);
    }

    private static CircleClosed Close(Circle circle, Turn turn)
    {
        var others = circle.People.Remove(turn.Member.Id).Count;
        if (others > 0)
        {
            turn.Confirm(new OthersInCircle(others, circle.Tag.Typed));
        }

        turn.Keep(circle with { IsClosed = true });
        return new CircleClosed(circle.Tag.Typed);
    }

    private void TellThose(Circle circle, Turn turn)
    {
        foreach (var member in (With?.Members ?? []).Where(member => member.Id != turn.Member.Id && turn.HasPrivateChat(member)))
        {
            turn.Tell(member, new PutInCircle(turn.Member.Name, circle.Tag.Typed) { Offers = [new Offer(new CountMeOut(), Intent(circle, CircleWish.Leave, turn))] });
        }
    }
}
