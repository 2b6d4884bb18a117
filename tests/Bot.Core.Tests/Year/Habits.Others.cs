using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Chat;
using Bot.Core.Tests.Deliveries;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <content>What people do with each other, and with what the bot tells them.</content>
internal sealed partial class Habits
{
    // Proposed is not accepted: the other answers some hours later, or never.
    private async Task Hand(string who, Place where)
    {
        var mine = Ledger.Actions.Where(action => action.IsOpen && action.On.Contains(who)).ToList();
        var free = Ledger.Actions.Where(action => action.IsFree).ToList();
        var other = Pick([.. Neighbourhood.Reachable.Where(each => each != who)]);
        if (mine.Count > 0)
        {
            await Say($"/passer {Pick(mine).Code} à {other}", who, where);
        }
        else if (free.Count > 0)
        {
            await Say($"/proposer_a {other} {Pick(free).Code}", who, where);
        }

        Later(Duration.FromMinutes(chance.Next(20, 900)), () => PressInChat(other, Pick(["Je prends", "Je prends", "Pas cette fois"])));
    }

    private async Task PressInChat(string who, string label)
    {
        if (Observer.Screens.LastOrDefault(screen => screen.To == Village.ChatWith(who) && screen.Has(label)) is { } post)
        {
            Count($"[{label}]");
            await neighbourhood.Press(who, post, label);
        }
    }

    // Somebody reads a reminder, and does what its buttons say.
    private async Task Answer()
    {
        var reminders = Observer.Screens.Where(screen => screen.Has("Plus tard") && screen.At > neighbourhood.Now - Duration.FromDays(3)).ToList();
        if (reminders.Count == 0)
        {
            return;
        }

        var post = Pick(reminders);
        var who = Neighbourhood.Reachable.First(each => post.To == Village.ChatWith(each));
        var label = Pick([.. post.Sent.Buttons.Select(button => button.Label)]);
        if (label == "Plus tard")
        {
            Observer.Snoozed(who, post);
        }

        Count(label.StartsWith("Fait", StringComparison.Ordinal) ? "[Fait]" : $"[{label}]");
        await neighbourhood.Press(who, post, label);
        if (label == "Passer la main")
        {
            await neighbourhood.Say(who, Village.ChatWith(who), "@" + Pick([.. Neighbourhood.Reachable.Where(each => each != who)]));
        }
    }

    private async Task Remind(string who, Place where)
    {
        if (!Neighbourhood.IsReachable(who))
        {
            return;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"ne pas oublier le mot {Words(++words)}");
        var tomorrow = Calendar.Local(neighbourhood.Now).Date.PlusDays(1);
        // In the hour that the clocks repeat it is the first.
        var soon = Calendar.Local(neighbourhood.Now + Duration.FromHours(5));
        var (when, at) = chance.Next(3) switch
        {
            0 => ("demain 9h", Calendar.At(tomorrow, new LocalTime(9, 0))),
            1 => ("demain 22h30", Calendar.At(tomorrow, new LocalTime(22, 30))),
            _ => ("dans 5 heures", Calendar.At(soon.Date, soon.TimeOfDay)),
        };
        Observer.Expect(text, who, at);
        var answers = await Say($"/rappel {when} {text}", who, where);
        if (!answers.Any(answer => answer.Text.StartsWith("Noté : je te le rappelle", StringComparison.Ordinal)))
        {
            Observer.Complain(answers[0], "was refused a reminder");
            Observer.Refuse(text);
        }
        else if (chance.Next(8) == 0)
        {
            await TakeBack(who, where);
        }
    }

    // Whatever it was that they did last.
    private async Task TakeBack(string who, Place where)
    {
        var posts = await Say("/oups", who, where);
        if (posts.FirstOrDefault(post => post.Text.Contains("rappel", StringComparison.Ordinal) && !post.Sent.IsCard) is { } told && Undone().IsMatch(told.Text))
        {
            Observer.TakeBack(who, isAgain: !told.Text.Contains("plus de rappel", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex("^(Annulé|Refait) : (plus de rappel|rappel)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Undone();

    // A number without digits, since « 12 » might be a day.
    private static string Words(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private async Task Decide(string who)
    {
        if (chance.Next(8) == 0)
        {
            await Say($"/consentement {Pick(Deeds)} {Pick(Things)} chaque printemps", who, Neighbourhood.Home);
            return;
        }

        if (Observer.Screens.LastOrDefault(screen => screen.Has("D'accord") && screen.To == Neighbourhood.Home) is { } card)
        {
            var label = Pick(["D'accord", "D'accord", "D'accord", "Abstention"]);
            Count($"[{label}]");
            await neighbourhood.Press(who, card, label);
        }
    }
}
