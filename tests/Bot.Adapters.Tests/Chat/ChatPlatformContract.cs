using Bot.Core.Chat;

namespace Bot.Adapters.Tests.Chat;

/// <summary>What every chat platform must do. A platform joins by one class that says what its far side is.</summary>
public abstract class ChatPlatformContract
{
    private static readonly string[] TwoLines = ["/libres", "/libres"];

    // Long enough for the slowest machine: nothing is measured, only ended.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);

    [Fact]
    public void Its_name_is_lower_case()
    {
        using var far = Open([]);
        Assert.Matches("^[a-z][a-z0-9]*$", far.Platform.Name);
    }

    [Fact]
    public async Task Each_thing_that_happens_has_a_key_of_its_own_that_begins_with_the_name()
    {
        using var far = Open(TwoLines);
        var heard = await HearTwo(far);
        Assert.All(heard, each => Assert.StartsWith(far.Platform.Name + ":", each.Key, StringComparison.Ordinal));
        Assert.Equal(2, heard.Select(each => each.Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Places_and_people_carry_its_name()
    {
        using var far = Open(TwoLines);
        Assert.All(await HearTwo(far), each =>
        {
            Assert.Equal(far.Group, each.Place);
            Assert.Equal(far.Platform.Name, each.Place.Platform);
            Assert.Equal(far.Platform.Name, each.By.Account.Platform);
            Assert.False(each.IsPrivate);
        });
    }

    [Fact]
    public async Task What_is_delivered_again_has_the_same_keys()
    {
        using var once = Open(TwoLines);
        using var again = Open(TwoLines);
        Assert.Equal((await HearTwo(once)).Select(each => each.Key), (await HearTwo(again)).Select(each => each.Key));
    }

    [Fact]
    public async Task It_tells_when_it_has_caught_up_and_ends_when_it_is_stopped()
    {
        using var far = Open([]);
        using var stop = new CancellationTokenSource();
        var listener = new Listening();
        var listening = far.Platform.Listen(listener, stop.Token);
        await listener.HasCaughtUp.WaitAsync(LongEnough);
        await stop.CancelAsync();
        await listening.WaitAsync(LongEnough);
    }

    [Theory]
    [InlineData("Noté : « tondre la pelouse » (A1), pour jeu. 26 nov.")]
    [InlineData("a*b*c _d_ `e` <b>f</b> &amp; [g](h) \\i ~j~ #k @l {m} %n $o")]
    [InlineData("ليلى 李 🌱 e\u0301")]
    [InlineData("- one\n- two")]
    public async Task Every_character_of_a_text_is_shown_as_it_is(string text)
    {
        using var far = Open([]);
        Assert.IsType<Sent.Shown>(await far.Platform.Send(new Outgoing("1", far.Group, text), edits: null, CancellationToken.None));
        Assert.All(text.Split('\n'), line => Assert.Contains(line, far.Shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mars.csv", "text/csv")]
    [InlineData("affiche.png", "image/png")]
    public async Task A_file_is_shown_by_its_name_with_the_words_beside_it(string name, string mediaType)
    {
        using var far = Open([]);
        var message = new Outgoing("1", far.Group, "Le mois de mars <3") { File = new Attachment(name, mediaType, [0, 1, 255]) };
        Assert.IsType<Sent.Shown>(await far.Platform.Send(message, edits: null, CancellationToken.None));
        Assert.Contains(name, far.Shown, StringComparison.Ordinal);
        Assert.Contains("Le mois de mars <3", far.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_keeps_the_id_of_the_message()
    {
        using var far = Open([]);
        if (!far.Platform.CapabilitiesOf(far.Group).Edits)
        {
            return;
        }

        var first = Assert.IsType<Sent.Shown>(await far.Platform.Send(new Outgoing("1", far.Group, "before"), edits: null, CancellationToken.None));
        var second = Assert.IsType<Sent.Shown>(
            await far.Platform.Send(new Outgoing("2", far.Group, "after") { Replaces = "1" }, first.MessageId, CancellationToken.None));
        Assert.Equal(first.MessageId, second.MessageId);
        Assert.Contains("after", far.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_throw_when_the_far_side_is_gone()
    {
        using var far = Open([]);
        far.GoAway();
        var sent = await far.Platform.Send(new Outgoing("1", far.Group, "text"), edits: null, CancellationToken.None);
        Assert.True(sent is Sent.Refused or Sent.Uncertain or Sent.RetryAt, sent.ToString());
    }

    [Fact]
    public void It_knows_what_any_place_can_show()
    {
        using var far = Open([]);
        Assert.NotNull(far.Platform.CapabilitiesOf(far.Group));
        Assert.NotNull(far.Platform.CapabilitiesOf(far.Group with { Thread = "never seen" }));
        Assert.NotNull(far.Platform.CapabilitiesOf(new Place(far.Platform.Name, "another bot", "never seen")));
    }

    /// <summary>A far side where somebody has written these lines to the bot, in the group; it goes on being there.</summary>
    protected abstract FarSide Open(IReadOnlyList<string> written);

    private static async Task<IReadOnlyList<Incoming>> HearTwo(FarSide far)
    {
        using var stop = new CancellationTokenSource();
        var listener = new Listening { Awaited = 2 };
        var listening = far.Platform.Listen(listener, stop.Token);
        await listener.HeardEnough.WaitAsync(LongEnough);
        await stop.CancelAsync();
        await listening.WaitAsync(LongEnough);
        return listener.Heard;
    }
}
