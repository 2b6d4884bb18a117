using Bot.Core.Decisions;
using NodaTime;

namespace Bot.Core.Tests.Decisions;

/// <summary>One person's answer, and the life of an objection in it.</summary>
public sealed class BallotTests
{
    private static readonly Instant Then = Vote.Opened;
    private static readonly Ballot Empty = new() { Id = 1, Decision = 1, Voter = 2 };

    [Fact]
    public void The_last_answer_counts()
    {
        var ballot = Empty.With(Choice.Accord, null, Then, 1).With(Choice.Objection, "trop cher", Then, 1);
        Assert.Equal((Choice.Objection, "trop cher"), (ballot.Choice, ballot.Reason));
        Assert.Equal(ballot, ballot.With(Choice.Objection, "trop cher", Then, 1));
        Assert.Empty(ballot.Past);
    }

    [Theory]
    [InlineData(Choice.Accord, 1, Fate.Lifted)]
    [InlineData(Choice.Accord, 2, Fate.Integrated)]
    [InlineData(Choice.Reserve, 1, Fate.Reclassified)]
    [InlineData(Choice.Reserve, 2, Fate.Reclassified)]
    public void Another_answer_ends_an_objection_and_keeps_what_became_of_it(Choice choice, int version, Fate fate)
    {
        var ballot = Empty.With(Choice.Objection, "trop cher", Then, 1).With(choice, null, Then + Duration.FromHours(1), version);
        Assert.Equal(choice, ballot.Choice);
        var past = Assert.Single(ballot.Past);
        Assert.Equal(("trop cher", fate, Then), (past.Reason, past.Fate, past.RaisedAt));
        Assert.Null(ballot.RaisedAt);
    }

    [Fact]
    public void Lifting_is_not_consenting()
    {
        var ballot = Empty.With(Choice.Objection, "trop cher", Then, 1).Lifted(Then, 1);
        Assert.Null(ballot.Choice);
        Assert.Equal(Fate.Lifted, Assert.Single(ballot.Past).Fate);
    }

    [Fact]
    public void A_reason_that_follows_does_not_raise_the_objection_anew()
    {
        var ballot = Empty.With(Choice.Objection, null, Then, 1);
        Assert.True(ballot.AwaitsReason);
        ballot = ballot.With(Choice.Objection, "trop cher", Then + Duration.FromHours(3), 1);
        Assert.False(ballot.AwaitsReason);
        Assert.Equal(Then, ballot.RaisedAt);
    }

    [Fact]
    public void Who_says_the_same_again_without_a_reason_keeps_the_one_they_gave()
    {
        var ballot = Empty.With(Choice.Reserve, "l'entretien", Then, 1).With(Choice.Reserve, null, Then, 2);
        Assert.Equal(("l'entretien", 2), (ballot.Reason, ballot.Version));
        Assert.Null(ballot.With(Choice.Accord, null, Then, 2).Reason);
    }
}
