using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>Where something takes place: « salle du bas », « lieu : MJC », and behind the date « à la mairie ».</summary>
/// <param name="Name">As it was typed.</param>
public sealed record Venue(string Name) : IReadable<Venue>
{
    /// <inheritdoc/>
    public static Venue? Read(Words words, Asked how, Turn turn)
    {
        var texts = turn.Parts.Texts;
        for (var i = 0; i < words.Left.Count; i++)
        {
            var word = words.Left[i].Folded.TrimEnd(':');
            var isAnnounced = texts.Words("Venue.words").Contains(word) && i + 1 < words.Left.Count;
            var isBehind = words.FollowsWhatWasTaken(i) && texts.Words("VenueAt.words").Contains(word) && i + 1 < words.Left.Count;

            // « Salle à ranger » is a title.
            if (isAnnounced || isBehind || (i > 0 && texts.Words("VenueRoom.words").Contains(word)))
            {
                words.Take(i, isAnnounced ? 1 : 0);
                return new Venue(TakeFrom(words, i));
            }
        }

        return null;
    }

    // As far as the words stand together: behind a date that follows the title goes on.
    private static string TakeFrom(Words words, int start)
    {
        var end = start + 1;
        while (end < words.Left.Count && !words.FollowsWhatWasTaken(end))
        {
            end++;
        }

        var place = Plain.Line(string.Join(' ', words.Left.Skip(start).Take(end - start).Select(word => word.Text))).Trim(',', ';', ':', ' ');
        words.Take(start, end - start);
        return place;
    }
}
