using Bot.Core.Memory;

namespace Bot.Core.Tests.House;

/// <summary>What is stored once must be readable for ever.</summary>
public sealed class KindTests
{
    [Fact]
    public void Stored_names_never_change()
    {
        var names = Kind.All.Select(kind => $"{kind.Name} {(kind.Letter == '\0' ? '-' : kind.Letter)} v{kind.Version}").Order(StringComparer.Ordinal);
        Assert.Equal(["account-request - v1", "action A v1", "ballot - v1", "booking R v1", "charter - v1", "circle - v1", "day - v1", "decision D v1", "deed - v1", "drawn - v1", "event E v1", "given - v1", "handing - v1", "hours H v1", "hours_habit - v1", "hours_rules - v1", "hours_share - v1", "idea I v1", "inquiry - v1", "job - v1", "journal J v1", "knowhow F v1", "link - v1", "mailbox - v1", "member - v1", "newcomer - v1", "note - v1", "nudged - v1", "occurrence - v1", "own - v1", "place - v1", "presence - v1", "progress - v1", "proxy - v1", "question - v1", "reminder - v1", "room - v1", "rota T v1", "rsvp - v1", "secret-ballot - v1", "settings - v1", "slot C v1", "snooze - v1", "standing - v1", "step - v1", "thing O v1", "timer - v1", "typical - v1", "wall - v1", "wish - v1"], names);
    }

    [Fact]
    public void Letters_of_codes_are_not_shared() =>
        Assert.DoesNotContain(Kind.All.Where(kind => kind.Letter != '\0').GroupBy(kind => kind.Letter), same => same.Count() > 1);

    // Each line is what the first version stored; a record that changes keeps reading it.
    [Theory]
    [InlineData("action", """{"Title":"tondre","Seats":2,"Owners":[1,3],"DoneAt":"2026-11-21T09:00:00Z","IsPutAway":true}""")]
    [InlineData("action", """{"Title":"tondre","Seats":1,"Owners":[]}""")]
    [InlineData("action", """{"Title":"tondre","Seats":1,"Owners":[1],"BegunAt":"2026-11-20T09:00:00Z"}""")]
    [InlineData("action", """{"Title":"tondre","Seats":1,"Owners":[],"Due":{"Day":"2026-11-26","Time":"18:00:00"}}""")]
    [InlineData("action", """{"Title":"tondre","Seats":2,"MostSeats":4,"Owners":[1,3],"Lead":3,"Learning":[2],"Due":{"Day":"2026-11-26","From":"2026-11-24"},"Room":2}""")]
    [InlineData("action", """{"Title":"tondre","Seats":1,"Owners":[],"From":"I1"}""")]
    [InlineData("idea", """{"Title":"four à pain","Author":1,"At":"2026-11-21T09:00:00Z","Room":2,"IsPostIt":true,"OpenedAt":"2026-11-21T10:00:00Z","Theme":"jardin","Wanted":0,"Became":"A1","EndedAt":"2026-11-21T11:00:00Z","EndedBy":2}""")]
    [InlineData("idea", """{"Title":"four à pain","Author":1,"At":"2026-11-21T09:00:00Z","IsOff":true,"EndedAt":"2026-11-21T11:00:00Z","EndedBy":2}""")]
    [InlineData("wall", """{"IsAside":true,"AsideBy":1,"Choice":"D1","ChoiceBy":2}""")]
    [InlineData("drawn", """{"At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("step", """{"Action":1,"Text":"courses","DoneBy":2,"DoneAt":"2026-11-21T09:00:00Z","IsPutAway":true}""")]
    [InlineData("step", """{"Action":1,"Text":"courses"}""")]
    [InlineData("typical", """{"Title":"ménage","Day":"Wednesday","Time":"14:00:00","Length":"0:02:00:00","Places":6,"Least":3}""")]
    [InlineData("own", """{"Action":1,"Member":2,"At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("action", """{"Title":"arroser","Seats":1,"Owners":[1],"Due":{"Day":"2026-11-23"},"DoneAt":"2026-11-23T09:00:00Z","Rhythm":{"First":{"Day":"2026-11-23"},"Series":{"Rule":"FREQ=WEEKLY;BYDAY=MO","Except":["2026-12-07"],"Also":[]},"Day":"2026-11-30"},"Returns":{"Day":"2026-11-30"}}""")]
    [InlineData("action", """{"Title":"détartrer","Seats":1,"Owners":[],"IsForEach":true,"Rhythm":{"After":"P30D"},"HasWaited":true}""")]
    [InlineData("wish", """{"Action":1,"Member":2}""")]
    [InlineData("handing", """{"Action":1,"From":1,"To":2,"IsHandover":true,"At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("snooze", """{"Action":1,"Member":2,"Day":"2026-11-22"}""")]
    [InlineData("nudged", """{"Due":{"Day":"2026-11-26"},"People":"Come","Room":"Soon"}""")]
    [InlineData("deed", """{"Deed":"HandedOver","About":"A1","Title":"tondre","By":[1,3],"Day":"2026-11-21","At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("action", """{"Title":"tondre","Seats":1,"Owners":[],"IsCalledOff":true}""")]
    [InlineData("reminder", """{"Member":1,"At":"2026-11-22T08:00:00Z","Text":"appeler"}""")]
    [InlineData("note", """{"Action":1,"Member":2,"At":"2026-11-21T09:00:00Z","Text":"chez Yves","IsPutAway":true}""")]
    [InlineData("journal", """{"Member":2,"Text":"adjoint","Earlier":[{"Text":"maire","By":1,"At":"2026-11-22T09:00:00Z"}],"Day":"2026-11-21","At":"2026-11-21T09:00:00Z","Room":2}""")]
    [InlineData("knowhow", """{"Title":"chaudière","Text":"bouton rouge","Member":2,"At":"2026-11-21T09:00:00Z","Earlier":[{"Text":"bouton vert","By":1,"At":"2026-11-22T09:00:00Z"}]}""")]
    [InlineData("knowhow", """{"Title":"statuts","Text":"https://exemple.org/statuts","Member":2,"At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("given", """{"Day":"2026-11-21","Minutes":90}""")]
    [InlineData("day", """{"FirstLine":1,"FirstDeed":3,"Times":[1,2]}""")]
    [InlineData("action", """{"Title":"tondre","Seats":1,"Owners":[],"AddedAt":"2026-11-20T09:00:00Z"}""")]
    [InlineData("journal", """{"Member":2,"Text":"visite","Day":"2026-11-21","At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("deed", """{"Deed":"Done","About":"A1","Title":"tondre","By":[1,3],"Day":"2026-11-21","At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("deed", """{"About":"A1","Title":"tondre","By":[1],"Day":"2026-11-21","At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("day", """{"FirstLine":1,"FirstDeed":3}""")]
    [InlineData("deed", """{"Deed":"Decided","About":"D1","Title":"fermer","By":[1],"Day":"2026-11-21","At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("decision", """{"Author":1,"OpenedAt":"2026-11-21T09:00:00Z","Wordings":[{"Text":"fermer","At":"2026-11-21T09:00:00Z"},{"Text":"fermé","At":"2026-11-21T10:00:00Z","IsCorrection":true}],"Electorate":[1,2],"Rules":{"Days":7,"Quorum":{"Parts":2,"Of":3},"IsStrict":true,"IsClosed":true,"SilenceConsents":true,"ReviewMonths":6,"Advisers":[3]},"Rooms":[1],"Effect":{"Rule":"Days","Value":"5"},"Closure":{"Ending":"AdoptedWithReserves","At":"2026-11-22T09:00:00Z","Count":{"Voters":2,"Answered":2,"Needed":2,"Accords":1,"Reserves":1,"Bearers":1,"BearersNeeded":1}},"Note":"fait","ReviewOn":"2027-05-22","EndedBy":2}""")]
    [InlineData("decision", """{"Author":1,"OpenedAt":"2026-11-21T09:00:00Z","Wordings":[{"Text":"fermer","At":"2026-11-21T09:00:00Z"}],"Electorate":[1],"Rules":{"Days":7,"Quorum":{"Parts":50,"Of":100},"ReviewMonths":6,"Advisers":[]},"Rooms":[1]}""")]
    [InlineData("progress", """{"Deadline":"2026-11-28T17:00:00Z","FirstDeadline":"2026-11-28T17:00:00Z","CoolingUntil":"2026-11-24T17:00:00Z","IsExtended":true,"HasWaitedForAnswer":true,"HasBeenReopened":true,"Notified":[1,2],"Left":[2],"Orphans":{"2":"2026-11-25T17:00:00Z"},"ObjectionWasTold":true,"Milestones":[{"At":"2026-11-23T17:00:00Z"},{"At":"2026-11-23T18:00:00Z","What":"MadeUpFor"}]}""")]
    [InlineData("ballot", """{"Decision":1,"Voter":2,"Choice":"Objection","Reason":"cher","At":"2026-11-21T09:00:00Z","Version":1,"RaisedAt":"2026-11-21T09:00:00Z","By":1,"IsByProxy":true,"HasJoined":true,"Past":[{"Reason":"loin","RaisedAt":"2026-11-21T08:00:00Z","Fate":"Integrated","At":"2026-11-21T08:30:00Z","Version":1}],"IsSealed":true}""")]
    [InlineData("ballot", """{"Decision":1,"Voter":2,"Choice":"Accord","At":"2026-11-21T09:00:00Z","Version":1,"Past":[]}""")]
    [InlineData("decision", """{"Author":1,"OpenedAt":"2026-11-21T09:00:00Z","Wordings":[{"Text":"lieu","At":"2026-11-21T09:00:00Z"}],"Electorate":[1],"Rules":{"Days":7,"Quorum":{"Parts":50,"Of":100},"ReviewMonths":6,"Advisers":[]},"Terms":{"Manner":"Ranking","Options":[{"Text":"Lyon"},{"Text":"Nantes","IsGone":true}],"IsSecret":true,"Seats":2},"IsStatutory":true,"Rooms":[1],"Closure":{"Ending":"Chosen","At":"2026-11-22T09:00:00Z","Count":{"Voters":2,"Answered":2,"Needed":2,"BearersNeeded":1},"Winners":[1],"Seed":"a73628a89491","Bag":["1=1","1=1"]}}""")]
    [InlineData("decision", """{"Author":1,"OpenedAt":"2026-11-21T09:00:00Z","Wordings":[{"Text":"fête","At":"2026-11-21T09:00:00Z"}],"Electorate":[1],"Rules":{"Days":7,"Quorum":{"Parts":50,"Of":100},"ReviewMonths":6,"Advisers":[]},"Terms":{"Manner":"Dates","Options":[{"Text":"","Day":"2026-12-05","Time":"18:00:00","Length":"0:02:00:00"}],"TakesMore":true,"Special":[2],"Days":3},"Rooms":[1]}""")]
    [InlineData("decision", """{"Author":1,"OpenedAt":"2026-11-21T09:00:00Z","Wordings":[{"Text":"ouvrir","At":"2026-11-21T09:00:00Z"}],"Electorate":[1],"Rules":{"Days":7,"Quorum":{"Parts":50,"Of":100},"ReviewMonths":6,"Advisers":[]},"Terms":{"Options":[],"Majority":"TwoThirds","Base":"Registered"},"Rooms":[1]}""")]
    [InlineData("decision", """{"Author":1,"OpenedAt":"2026-11-21T09:00:00Z","Wordings":[{"Text":"toit","At":"2026-11-21T09:00:00Z"}],"Electorate":[1],"Rules":{"Days":7,"Quorum":{"Parts":50,"Of":100},"ReviewMonths":6,"Advisers":[]},"Terms":{"Manner":"Dots","Options":[{"Text":"a"},{"Text":"b"}],"TakesSeveral":true,"Points":8,"Cap":3,"Asked":[2],"WhyNone":"connu"},"Rooms":[1]}""")]
    [InlineData("ballot", """{"Decision":1,"Voter":2,"Marks":{"1":5,"2":3},"At":"2026-11-21T09:00:00Z","Version":1,"Past":[]}""")]
    [InlineData("ballot", """{"Decision":1,"Voter":2,"IsSecret":true,"At":"2026-11-21T09:00:00Z","Version":1,"Past":[]}""")]
    [InlineData("secret-ballot", """{"Decision":1,"Voter":2,"Marks":{"1":5}}""")]
    [InlineData("progress", """{"Deadline":"2026-11-28T17:00:00Z","FirstDeadline":"2026-11-28T17:00:00Z","Notified":[],"Left":[],"Orphans":{},"Reached":["HalfAnswered","NoObjectionLeft"],"Milestones":[]}""")]
    [InlineData("progress", """{"Deadline":"2026-11-28T17:00:00Z","FirstDeadline":"2026-11-28T17:00:00Z","Notified":[],"Left":[],"Orphans":{},"Runoff":[1,3],"Milestones":[{"At":"2026-11-23T17:00:00Z","What":"SecondRound"}]}""")]
    [InlineData("inquiry", """{"Decision":1,"Member":2,"Text":"qui ?","At":"2026-11-21T09:00:00Z","Answer":"moi","AnsweredBy":1,"IsSealed":true}""")]
    [InlineData("proxy", """{"Giver":1,"Holder":2,"Decision":1,"IsOver":true}""")]
    [InlineData("charter", """{"Coop":"Housing","Rules":{"Days":7,"Quorum":{"Parts":2,"Of":3},"ReviewMonths":6,"Advisers":[]}}""")]
    [InlineData("link", """{"Member":1,"Account":{"Platform":"terminal","Id":"lina"},"Name":"Lina","Since":"2026-11-21T09:00:00Z","Former":2}""")]
    [InlineData("link", """{"Member":1,"Account":{"Platform":"terminal","Id":"lina"},"Name":"Lina","Since":"2026-11-21T09:00:00Z"}""")]
    [InlineData("account-request", """{"Member":1,"By":2,"At":"2026-11-21T09:00:00Z","ConfirmedBy":3}""")]
    [InlineData("account-request", """{"Member":1,"By":2,"At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("mailbox", """{"Room":1,"Since":"2026-11-21","Count":2,"Lines":[{"Turn":7,"Kind":"News","Says":"[\"ButtonGone\",{\"Offers\":[]}]","Subject":"A1","Room":1,"Until":"2026-11-22T09:00:00Z"},{"Turn":8,"Kind":"Nudge","Card":"D1"}]}""")]
    [InlineData("mailbox", """{"Member":1,"Since":"2026-11-16","Count":5,"Lines":[]}""")]
    [InlineData("event", """{"Title":"réunion","Room":1,"Time":{"Day":"2026-11-24","Time":"18:30:00","Length":"0:02:00:00"},"Place":"salle du bas","Places":12,"For":[1,2],"IsOff":true}""")]
    [InlineData("event", """{"Title":"stage","Room":1,"Time":{"Day":"2026-12-28","Last":"2027-01-03"},"IsOver":true,"Came":7}""")]
    [InlineData("event", """{"Title":"marché","Room":1,"Time":{"Day":"2026-11-28","Time":"10:00:00"},"Series":{"Rule":"FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;UNTIL=20270630T235959","Except":["2026-12-26"],"Also":["2026-12-23"]}}""")]
    [InlineData("occurrence", """{"Event":3,"On":"2026-12-05","To":{"Day":"2026-12-06","Time":"11:00:00"},"Member":2,"At":"2026-11-21T09:00:00Z","IsOver":true}""")]
    [InlineData("rsvp", """{"Event":3,"On":"2026-12-05","Member":2,"Guests":2,"IsWaiting":true,"At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("rsvp", """{"Event":1,"Member":2,"Reply":"Maybe","At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("deed", """{"Deed":"Held","About":"E1","Title":"réunion","By":[],"People":7,"Day":"2026-11-24","At":"2026-11-24T17:30:00Z"}""")]
    [InlineData("hours", """{"Member":1,"By":2,"Time":{"Minutes":150},"Said":{"Minutes":147},"Day":"2026-11-20","From":"2026-11-16","Late":"2026-10-30","Text":"semis","Circle":"jardin","About":"A1","Title":"tondre","Nature":"Meeting","At":"2026-11-21T09:00:00Z","TakesBack":3,"Corrects":2,"IsAnswer":true}""")]
    [InlineData("hours", """{"Member":1,"By":1,"Time":{"Minutes":-30},"Day":"2026-11-20","At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("hours_share", """{"Member":1,"By":2,"Time":{"Minutes":60},"Day":"2026-11-20","From":"2026-11-16","Text":"semis","Circle":"jardin","About":"A1","Title":"tondre","Line":4}""")]
    [InlineData("hours_habit", """{"IsNotAsked":true,"CalledFor":"2026-11-01","Leaves":[{"From":"2026-11-01"},{"From":"2026-11-01","To":"2026-11-30"}]}""")]
    [InlineData("hours_rules", """{"Day":{"Minutes":480},"HalfDay":{"Minutes":240},"MostAtOnce":{"Minutes":600},"MostADay":{"Minutes":900},"Rounding":15,"LateDays":31,"Validation":"Peer","TrustsOthers":true,"ClosedUntil":"2026-10-31","Due":{"Minutes":180},"CycleWeeks":4,"DueFrom":"2026-11-01","HourValue":{"Cents":1202,"Currency":"EUR"},"AsksNobody":true}""")]
    [InlineData("standing", """{"ApprovedBy":2,"Question":"quand ?","AskedBy":3,"Answer":"samedi","At":"2026-11-21T09:00:00Z"}""")]
    [InlineData("timer", """{"Since":"2026-11-21T09:00:00Z","SuspendedAt":"2026-11-21T15:00:00Z","Text":"semis","Circle":"jardin","About":"A1","Title":"tondre"}""")]
    [InlineData("circle", """{"Name":"jardin","People":[1,2],"Room":2,"IsClosed":true}""")]
    [InlineData("slot", """{"Title":"ménage","Room":1,"Time":{"Day":"2026-11-25","Time":"14:00:00","Length":"0:02:00:00"},"Series":{"Rule":"FREQ=WEEKLY;BYDAY=WE","Except":["2026-12-30"],"Also":[]},"Places":6,"Least":3,"IsOff":true,"IsOver":true}""")]
    [InlineData("place", """{"Slot":1,"On":"2026-11-25","Member":2,"At":"2026-11-21T09:00:00Z","SeekingSince":"2026-11-22T09:00:00Z"}""")]
    [InlineData("thing", """{"Title":"salle du bas"}""")]
    [InlineData("booking", """{"Thing":1,"Title":"salle du bas","Member":2,"Time":{"Day":"2026-11-26","Time":"14:00:00","Length":"0:02:00:00"}}""")]
    [InlineData("booking", """{"Thing":2,"Title":"perceuse","Member":2,"Time":{"Day":"2026-11-21","Last":"2026-11-23"},"IsLoan":true,"IsOver":true}""")]
    [InlineData("rota", """{"Title":"poubelles","Room":1,"Holder":1,"Queue":[2,3],"Away":{"3":"2026-12-05"},"SeekingSince":"2026-11-22T09:00:00Z","Next":{"Day":"2026-11-30"},"Series":{"Rule":"FREQ=WEEKLY","Except":[],"Also":[]},"IsOff":true}""")]
    [InlineData("presence", """{"Rooms":[1,2]}""")]
    [InlineData("presence", """{"Rooms":[],"LastAlone":{"Platform":"terminal","Id":"lina"}}""")]
    [InlineData("member", """{"Name":"Lina","Pronoun":"elle","Language":"fr","Locale":"fr-FR","Roles":["Coordination"]}""")]
    [InlineData("member", """{"Name":"Sam","Notices":"Weekly","WantsWords":true,"Roles":[]}""")]
    [InlineData("member", """{"Name":"Amina","Roles":[]}""")]
    [InlineData("newcomer", """{"Acts":2}""")]
    [InlineData("room", """{"Place":{"Platform":"terminal","Bot":"terminal","Id":"maison","Thread":"jardin"},"Language":"en"}""")]
    [InlineData("settings", """{"Language":"fr","Zone":"Europe/Paris","Vous":true,"Home":1}""")]
    [InlineData("settings", """{"Language":"fr","Zone":"Europe/Paris","Home":1,"Name":"Les Tilleuls"}""")]
    [InlineData("settings", """{"Language":"fr","Zone":"Europe/Paris","Home":1,"Quiet":{"From":"22:00:00","To":"09:00:00"},"HasNoDigest":true}""")]
    [InlineData("settings", """{"Language":"fr","Zone":"Europe/Paris","Home":1,"Quiet":{}}""")]
    [InlineData("room", """{"Place":{"Platform":"terminal","Bot":"terminal","Id":"maison"},"Title":"Jardin"}""")]
    [InlineData("job", """{"Name":"PutActionAway","Subject":"A1","Due":"2026-11-28T09:00:00Z","Values":"{\"Subject\":\"A1\"}"}""")]
    [InlineData(
        "question",
        """{"Member":1,"Room":1,"Intent":{"Command":"ClaimAction","Words":"affiche","Given":{"For":"#2"}},"Parameter":"Action","TakesText":true,"Labels":["A1 affiche"],"Meanings":[{"Command":"ClaimAction","Words":"","Given":{"Action":"A1"}}],"Until":"2026-11-21T09:10:00Z","AskedIn":"c-3-0"}""")]
    public void What_the_first_version_stored_reads_and_writes_the_same(string kind, string stored)
    {
        var document = Json.ReadDocument(Kind.Named(kind)!, 7, System.Text.Encoding.UTF8.GetBytes(stored));
        Assert.Equal(7, document.Id);
        Assert.Equal(stored, Json.WriteText(document));
    }
}
