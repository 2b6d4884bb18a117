using Bot.Core.Language;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Tests.Language;

/// <summary>What depends on the moment something is said, and what must be asked.</summary>
public sealed class RulesTests
{
    private static readonly Reader Reader = Reader.Load();
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    // The hours that a coop declares are told looking back, on Wednesday 12 March 2025.
    [Theory]
    [InlineData("hier", "2025-03-11")]
    [InlineData("avant-hier", "2025-03-10")]
    [InlineData("lundi", "2025-03-10")]
    [InlineData("mercredi", "2025-03-12")]
    [InlineData("mercredi dernier", "2025-03-05")]
    [InlineData("jeudi", "2025-03-06")]
    [InlineData("le 8", "2025-03-08")]
    [InlineData("12/02", "2025-02-12")]
    [InlineData("15/12", "2024-12-15")]
    [InlineData("semaine dernière", "2025-03-03/2025-03-09")]
    [InlineData("29 février", "2024-02-29")]
    [InlineData("Noël", "2024-12-25")]
    [InlineData("il y a huit jours", "2025-03-05")]
    public void Looking_back_the_latest_is_meant(string text, string value) =>
        Assert.Equal(value, Notation.Of(Read(text, new LocalDateTime(2025, 3, 12, 10, 0), Look.Back)!.Value));

    [Theory]
    [InlineData("demain")]
    [InlineData("mardi prochain")]
    [InlineData("dans 3 jours")]
    [InlineData("la semaine prochaine")]
    public void Looking_back_what_is_to_come_is_not_meant(string text)
    {
        var found = Read(text, new LocalDateTime(2025, 3, 12, 10, 0), Look.Back)!;
        Assert.Equal((Unsure.Future, false, true), (found.Unsure, found.IsRead, found.MustAsk));
    }

    // The clocks go forward in the night of 28 March 2027 and back in that of 31 October: an hour lasts an hour all the same.
    [Theory]
    [InlineData("dans 5 heures", "2027-03-27T22:15", "2027-03-28T04:15")]
    [InlineData("dans 5 heures", "2027-10-30T22:15", "2027-10-31T02:15")]
    [InlineData("dans 6 heures", "2027-10-30T22:15", "2027-10-31T03:15")]
    [InlineData("il y a 3 heures", "2027-03-28T04:15", "2027-03-28T00:15")]
    [InlineData("dans un jour et 2 heures", "2027-03-27T22:15", "2027-03-29T00:15")]
    public void Hours_from_now_are_as_long_as_they_are(string text, string said, string value) =>
        Assert.Equal(value, Notation.Of(Read(text, LocalDateTimePattern.GeneralIso.Parse(said + ":00").Value)!.Value));

    // R3, on a Wednesday: Thursday is tomorrow, Friday is later in the same week, Tuesday is not.
    [Theory]
    [InlineData("jeudi prochain", "2026-12-03", "2026-11-26")]
    [InlineData("vendredi prochain", "2026-11-27", "2026-12-04")]
    [InlineData("mardi prochain", "2026-12-01", null)]
    [InlineData("mercredi", "2026-12-02", "2026-11-25")]
    [InlineData("mercredi en huit", "2026-12-02", "2026-12-09")]
    [InlineData("jeudi en huit", "2026-12-03", null)]
    [InlineData("week-end", "2026-11-28/2026-11-29", null)]
    [InlineData("le week-end prochain", "2026-12-05/2026-12-06", null)]
    public void On_a_wednesday(string text, string value, string? other)
    {
        var found = Read(text, new LocalDateTime(2026, 11, 25, 10, 0))!;
        Assert.Equal((value, other), (Notation.Of(found.Value), found.Others.Select(Notation.Of).SingleOrDefault()));
    }

    [Theory]
    [InlineData("demain à 3h", Unsure.SmallHour)]
    [InlineData("05/01/2025", Unsure.Past)]
    [InlineData("jeudi 25 décembre", Unsure.WeekdayMismatch)]
    [InlineData("31 novembre", Unsure.Impossible)]
    [InlineData("18h75", Unsure.Impossible)]
    [InlineData("tout à l'heure", Unsure.Vague)]
    [InlineData("un mardi sur deux", Unsure.SeriesStart)]
    [InlineData("29 février", Unsure.LeapDay)]
    public void What_must_be_asked_says_why(string text, Unsure why)
    {
        var found = Read(text, new LocalDateTime(2026, 11, 21, 10, 0))!;
        Assert.Equal((why, true), (found.Unsure, found.MustAsk));
    }

    [Theory]
    [InlineData("samedi")]
    [InlineData("5 nov")]
    [InlineData("dans huit jours")]
    [InlineData("le 31 de chaque mois")]
    [InlineData("de 5 à 7")]
    public void What_is_acted_upon_offers_the_others(string text)
    {
        var found = Read(text, new LocalDateTime(2026, 11, 21, 10, 0))!;
        Assert.Equal((Unsure.Otherwise, false), (found.Unsure, found.MustAsk));
        Assert.NotEmpty(found.Others);
    }

    // On 25 October 2026 the clocks of Paris show 2:30 twice; on 28 March 2027 never.
    [Theory]
    [InlineData("dimanche 25 octobre 2026 02h30", "2026-10-25T02:30", Unsure.No)]
    [InlineData("dimanche 28 mars 2027 02h30", "2027-03-28T03:30", Unsure.SkippedHour)]
    public void The_clocks_are_put_forward_and_back(string text, string value, Unsure unsure)
    {
        var found = Read(text, new LocalDateTime(2026, 10, 1, 10, 0))!;
        Assert.Equal((value, unsure), (Notation.Of(found.Value), found.Unsure));
    }

    [Theory]
    [InlineData("Sam", null)]
    [InlineData("appeler Sam", null)]
    [InlineData("cours de latin", null)]
    [InlineData("le marché couvert", null)]
    [InlineData("acheter un gâteau pour 12 personnes", null)]
    [InlineData("relire « réunion de mardi »", null)]
    [InlineData("@mardi #lundi http://exemple.org/mardi", null)]
    [InlineData("Tarn-et-Garonne Midi-Pyrénées", null)]
    [InlineData("A12/11", null)]
    [InlineData("ＭＡＲＤＩ", null)]
    [InlineData("", null)]
    [InlineData("🎉", null)]
    public void What_is_no_time_is_left_alone(string text, string? value) =>
        Assert.Equal(value, Read(text.Replace("Sam", "appeler Sam", StringComparison.Ordinal), new LocalDateTime(2026, 11, 21, 10, 0)) is { IsRead: true } found ? Notation.Of(found.Value) : null);

    [Theory]
    [InlineData("affiche «\u00a0marché\u202f» mardi à 18\u00a0h\u202f30", "affiche «\u00a0marché\u202f»")]
    [InlineData("réunion, mardi 18h, salle 3", "réunion, salle 3")]
    [InlineData("mardi : acheter du pain", "acheter du pain")]
    [InlineData("demain appeler Zoé à 18h", "appeler Zoé")]
    [InlineData("Préparer  le  goûter (mardi)", "Préparer  le  goûter")]
    [InlineData("préparer la réunion de mardi pour lundi", "préparer la réunion de mardi")]
    [InlineData("repas de Noël", "repas de Noël")]
    [InlineData("on se voit mardi ?", "on se voit ?")]
    [InlineData("ÉTÉ 36 : relecture jeudi", "ÉTÉ 36 : relecture")]
    [InlineData("le dossier n° 12 et l'annexe B-2 pour le 3", "le dossier n° 12 et l'annexe B-2")]
    public void The_title_keeps_every_word_that_was_not_read(string text, string rest) =>
        Assert.Equal(rest, Read(text, new LocalDateTime(2026, 11, 21, 10, 0))!.Rest);

    private static Found<When>? Read(string text, LocalDateTime at, Look look = Look.Forward) => Reader.ReadWhen(text, new Said(at, Paris, look, "fr"));
}
