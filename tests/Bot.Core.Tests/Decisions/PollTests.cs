using Bot.Core.Decisions;

namespace Bot.Core.Tests.Decisions;

/// <summary>The rule of consent as tables: the same answers at the same time always come to the same end.</summary>
public sealed class PollTests
{
    // Ten voters: the quorum is five, and two besides the author must be for it.
    [Theory]
    [InlineData(50, true)]
    [InlineData(48, true)]
    [InlineData(47, false)]
    [InlineData(10, false)]
    public void With_enough_answers_and_enough_time_it_waits_for_a_last_objection(int hour, bool isCooling)
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3).Say(Choice.Abstention, 4, 5);
        Assert.Null(vote.At(hour));
        Assert.Equal(isCooling, vote.IsCooling);
    }

    [Fact]
    public void Nothing_is_adopted_while_one_voter_was_never_told()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3).Say(Choice.Abstention, 4, 5).Set(progress => progress with { Notified = progress.Notified.Remove(10) });
        Assert.Null(vote.At(50));
        Assert.False(vote.IsCooling);
        vote.Set(progress => progress with { Notified = progress.Notified.Add(10) });
        Assert.Null(vote.At(51));
        Assert.True(vote.IsCooling);
    }

    [Fact]
    public void Who_answered_was_told_whoever_did_not_see_them()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3, 10).Say(Choice.Abstention, 4).Set(progress => progress with { Notified = progress.Notified.Remove(10) });
        Assert.Null(vote.At(50));
        Assert.True(vote.IsCooling);
    }

    [Fact]
    public void A_last_objection_ends_the_wait_and_lifting_it_begins_another()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3).Say(Choice.Abstention, 4, 5);
        Assert.Null(vote.At(50));
        vote.SayAt(60, Choice.Objection, 6);
        Assert.Null(vote.At(60));
        Assert.False(vote.IsCooling);
        Assert.Null(vote.At(74));
        vote.Change(6, ballot => ballot.Lifted(Vote.Hour(80), 1));
        Assert.Null(vote.At(80));
        Assert.Equal(Vote.Hour(104), vote.Poll.Progress.CoolingUntil);
        Assert.Null(vote.At(103));
        Assert.Equal(Ending.Adopted, vote.At(104));
    }

    [Fact]
    public void After_a_change_of_meaning_only_the_author_still_counts_and_those_who_confirm()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3, 4, 5, 6).Amend();
        Assert.Equal(1, vote.Poll.Count.Answered);
        Assert.Equal([2, 3, 4, 5, 6], vote.Poll.ToConfirm);
        vote.Say(Choice.Accord, 2, 3);
        Assert.Equal(3, vote.Poll.Count.Answered);
        Assert.Equal([4, 5, 6], vote.Poll.ToConfirm);
    }

    [Fact]
    public void An_objection_stands_through_a_change_of_meaning()
    {
        var vote = new Vote().Say(Choice.Objection, 2).Amend().Say(Choice.Accord, 3, 4, 5, 6, 7);
        Assert.Single(vote.Poll.Objections);
        Assert.Null(vote.At(50));
        Assert.False(vote.IsCooling);
    }

    [Theory]
    [InlineData(0, Ending.Adopted)]
    [InlineData(1, null)]
    public void When_everybody_has_answered_it_is_adopted_at_once_unless_a_question_waits(int questions, Ending? ending) =>
        Assert.Equal(ending, new Vote(3).Say(Choice.Accord, 2, 3).Ask(questions).At(1));

    [Fact]
    public void Concerns_are_kept_with_what_is_adopted() =>
        Assert.Equal(Ending.AdoptedWithReserves, new Vote(4).Say(Choice.Accord, 2, 3).Say(Choice.Reserve, 4).At(1));

    [Fact]
    public void Too_few_answers_get_two_more_days_once()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3, 4);
        Assert.Null(vote.At(168));
        Assert.Equal(Vote.Hour(216), vote.Poll.Progress.Deadline);
        Assert.Null(vote.At(215));
        Assert.Equal(Ending.NoQuorum, vote.At(216));
    }

    [Fact]
    public void Answers_that_come_in_the_extension_count()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3, 4);
        Assert.Null(vote.At(168));
        vote.Say(Choice.Abstention, 5);
        Assert.Null(vote.At(200));
        Assert.True(vote.IsCooling);
        Assert.Equal(Ending.Adopted, vote.At(224));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(2)]
    public void A_maintained_objection_goes_to_the_meeting_quorum_or_not(int accords)
    {
        var vote = new Vote().Say(Choice.Accord, [.. Enumerable.Range(2, accords)]).SayAt(100, Choice.Objection, 10);
        Assert.Equal(Ending.Objected, vote.At(168));
    }

    [Fact]
    public void An_objection_is_worked_on_for_five_days()
    {
        var vote = new Vote(days: 14).Say(Choice.Accord, 2, 3, 4, 5).SayAt(10, Choice.Objection, 10);
        Assert.Null(vote.At(129));
        Assert.Equal(Ending.Objected, vote.At(130));
    }

    [Fact]
    public void What_hardly_anybody_is_for_is_dropped() =>
        Assert.Equal(Ending.NoBearers, new Vote().Say(Choice.Abstention, 2, 3, 4, 5, 6, 7).At(168));

    [Fact]
    public void A_question_gets_its_author_one_more_day_once()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3, 4, 5).Ask();
        Assert.Null(vote.At(168));
        Assert.Equal(Vote.Hour(192), vote.Poll.Progress.Deadline);
        Assert.Equal(Ending.Adopted, vote.At(192));
    }

    [Fact]
    public void Who_could_not_be_told_is_waited_for_and_then_it_is_for_the_meeting()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3, 4, 5).Set(progress => progress with { Notified = progress.Notified.Remove(9) });
        Assert.Null(vote.At(168));
        Assert.Equal(Ending.NotAllTold, vote.At(216));
    }

    [Fact]
    public void The_objection_of_who_left_waits_for_somebody_to_take_it_over()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3, 4, 5).Say(Choice.Objection, 10)
            .Set(progress => progress with { Left = [10], Orphans = progress.Orphans.Add(10, Vote.Hour(82)) });
        Assert.Equal(9, vote.Poll.Count.Voters);
        Assert.Null(vote.At(60));
        Assert.False(vote.IsCooling);
        Assert.Equal(Vote.Hour(82), vote.Poll.NextLook(Vote.Hour(60)));
        vote.Change(10, ballot => ballot.Without(Fate.Ended, Vote.Hour(82), 1)).Set(progress => progress with { Orphans = progress.Orphans.Clear() });
        Assert.Null(vote.At(82));
        Assert.True(vote.IsCooling);
    }

    [Fact]
    public void Advice_is_never_counted_and_blocks_nothing()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3, 4, 5).Change(11, ballot => ballot.With(Choice.Objection, "hm", Vote.Opened, 1) with { IsAdvice = true });
        Assert.Equal(10, vote.Poll.Count.Voters);
        Assert.Equal(0, vote.Poll.Count.Objections);
        Assert.Null(vote.At(50));
        Assert.True(vote.IsCooling);
    }

    [Fact]
    public void Who_joins_by_answering_raises_the_quorum()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3, 4, 5);
        Assert.Equal(5, vote.Poll.Count.Needed);
        vote.Change(11, ballot => ballot.With(Choice.Abstention, null, Vote.Opened, 1) with { HasJoined = true });
        Assert.Equal((11, 6, 6), (vote.Poll.Count.Voters, vote.Poll.Count.Needed, vote.Poll.Count.Answered));
    }

    [Fact]
    public void Nobody_decides_alone()
    {
        var vote = new Vote(1);
        Assert.Null(vote.At(50));
        Assert.False(vote.IsCooling);
        Assert.Equal(Ending.NoBearers, vote.At(168));
    }

    [Theory]
    [InlineData(false, Ending.NoQuorum)]
    [InlineData(true, Ending.Adopted)]
    public void Silence_is_consent_only_where_the_charter_says_so(bool consents, Ending ending)
    {
        var vote = new Vote(rules: new Rules { SilenceConsents = consents });
        Assert.Equal(consents ? ending : null, vote.At(168));
        Assert.Equal(ending, consents ? vote.At(168) : vote.At(216));
    }

    [Fact]
    public void Who_objects_after_the_deadline_leaves_two_days_to_answer_them_once()
    {
        var vote = new Vote().Say(Choice.Accord, 2, 3).Say(Choice.Abstention, 4).SayAt(160, Choice.Abstention, 5);
        Assert.Null(vote.At(160));
        Assert.True(vote.IsCooling);
        Assert.Null(vote.At(168));
        vote.SayAt(170, Choice.Objection, 5);
        Assert.Null(vote.At(170));
        Assert.Equal(Vote.Hour(218), vote.Poll.Progress.Deadline);
        vote.SayAt(200, Choice.Abstention, 5);
        Assert.Null(vote.At(200));
        Assert.True(vote.IsCooling);
        vote.SayAt(220, Choice.Objection, 5);
        Assert.Equal(Ending.Objected, vote.At(220));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(3, 3, 2)]
    [InlineData(5, 3, 2)]
    [InlineData(10, 5, 2)]
    [InlineData(11, 6, 2)]
    [InlineData(200, 100, 2)]
    public void The_numbers_of_a_quorum(int voters, int answers, int bearers)
    {
        var count = new Vote(voters).Poll.Count;
        Assert.Equal((answers, bearers), (count.Needed, count.BearersNeeded));
    }

    [Theory]
    [InlineData(2, 3, 8, 6)]
    [InlineData(33, 100, 50, 17)]
    [InlineData(40, 100, 20, 8)]
    [InlineData(50, 100, 11, 6)]
    public void A_share_is_exact(int parts, int of, int count, int least) => Assert.Equal(least, new Share(parts, of).AtLeastOf(count));

    // The law on workers' cooperatives: one below twenty, then a twentieth.
    [Theory]
    [InlineData(5, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 1)]
    [InlineData(40, 2)]
    [InlineData(59, 2)]
    [InlineData(60, 3)]
    public void One_person_answers_for_so_many_others(int voters, int most) => Assert.Equal(most, Rules.MostProxies(voters));

    [Fact]
    public void A_short_vote_stays_open_for_half_of_its_time_at_least()
    {
        var vote = new Vote(days: 2).Say(Choice.Accord, 2, 3, 4, 5);
        Assert.Null(vote.At(23));
        Assert.False(vote.IsCooling);
        Assert.Null(vote.At(24));
        Assert.True(vote.IsCooling);
    }
}
