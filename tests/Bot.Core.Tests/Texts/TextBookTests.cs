using Bot.Core.Texts;

namespace Bot.Core.Tests.Texts;

public class TextBookTests
{
    private static readonly TextBook Book = Said.Book(
        "fr: Open[=0]        = Aucune action.",
        "fr: Open[one]       = {Count} action pour toi.",
        "fr: Open[other]     = {Count} actions pour toi.",
        "fr: Open[vous one]  = {Count} action pour vous.",
        "fr: Open[vous other]= {Count} actions pour vous.",
        "fr: Seats[one:Taken]   = {Taken} place prise sur {Free}.",
        "fr: Seats[other:Taken] = {Taken} places prises sur {Free}.",
        "fr: Ended           = Tu as fini.",
        "fr: Ended[vous]     = Vous avez fini.",
        "fr: Claim.names     = claim, prendre , je_prends",
        "fr: Claim.summary   = prendre une action",
        "fr: Seats.words     = place, places",
        "en: Open[one]       = {Count} action for you.",
        "en: Open[other]     = {Count} actions for you.",
        "en: Claim.names     = take, claim");

    [Theory]
    [InlineData("fr", false, 0, "Aucune action.")]
    [InlineData("fr", false, 1, "1 action pour toi.")]
    [InlineData("fr", false, 2, "2 actions pour toi.")]
    [InlineData("fr", true, 0, "Aucune action.")]
    [InlineData("fr", true, 1, "1 action pour vous.")]
    [InlineData("fr", true, 2, "2 actions pour vous.")]
    [InlineData("en", false, 0, "0 actions for you.")]
    [InlineData("en", true, 1, "1 action for you.")]
    public void The_variant_is_chosen_by_number_and_politeness(string language, bool vous, int count, string written) =>
        Assert.Equal(written, Book.Write(new Open(count), Said.French with { Language = language, Vous = vous }));

    [Theory]
    [InlineData(5, 1, "1 place prise sur 5.")]
    [InlineData(1, 5, "5 places prises sur 1.")]
    public void A_variant_may_count_something_else_than_the_first_number(int free, int taken, string written) =>
        Assert.Equal(written, Book.Write(new Seats(free, taken), Said.French));

    [Theory]
    [InlineData("", "Personne.")]
    [InlineData("Lina", "Lina vient.")]
    [InlineData("Lina,Sam", "Lina et Sam viennent.")]
    public void A_list_counts_what_it_holds(string names, string written)
    {
        var book = Said.Book(
            "fr: Open[=0:Titles] = Personne.", "fr: Open[one:Titles] = {Titles} vient.", "fr: Open[other:Titles] = {Titles} viennent.");
        Assert.Equal(written, book.Write(new Open(9, names.Split(',', StringSplitOptions.RemoveEmptyEntries)), Said.French));
    }

    [Fact]
    public void The_polite_form_is_said_to_those_who_asked_for_it()
    {
        Assert.Equal("Tu as fini.", Book.Write(new Ended(false), Said.French));
        Assert.Equal("Vous avez fini.", Book.Write(new Ended(false), Said.Polite));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("eo")]
    public void What_a_language_lacks_is_said_in_the_first(string language)
    {
        Assert.Equal("Tu as fini.", Book.Write(new Ended(false), Said.French with { Language = language }));
        Assert.Equal("prendre une action", Book.Text(language, "Claim.summary"));
        Assert.Equal(["place", "places"], Book.Words(language, "Seats.words"));
    }

    [Fact]
    public void What_the_first_language_lacks_is_said_in_another() =>
        Assert.Equal("x", Said.Book("en: Only.english = x").Text("fr", "Only.english"));

    [Fact]
    public void Words_are_listed_by_language_or_together()
    {
        Assert.Equal(["claim", "prendre", "je_prends"], Book.Words("fr", "Claim.names"));
        Assert.Equal(["take", "claim"], Book.Words("en", "Claim.names"));
        Assert.Equal(["claim", "prendre", "je_prends", "take"], Book.Words("Claim.names"));
        Assert.Empty(Book.Words("Nothing.names"));
    }

    [Fact]
    public void What_no_language_has_is_a_bug_that_is_named()
    {
        Assert.False(Book.TryText("fr", "Nothing", out _));
        Assert.Equal("No language has a text Nothing.", Assert.Throws<InvalidOperationException>(() => Book.Text("fr", "Nothing")).Message);
        Assert.Equal(
            "No language has a sentence for Odd.",
            Assert.Throws<InvalidOperationException>(() => Book.Write(new Odd(default), Said.French)).Message);
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("Français", "fr")]
    [InlineData("FRANCAIS", "fr")]
    [InlineData(" french ", "fr")]
    [InlineData("English", "en")]
    [InlineData("anglais", "en")]
    [InlineData("klingon", null)]
    public void A_language_is_found_by_any_of_its_names(string typed, string? code) => Assert.Equal(code, Book.Find(typed)?.Code);

    [Fact]
    public void Languages_stand_in_their_order() =>
        Assert.Equal("français, English", string.Join(", ", TextBook.Load().Languages.Select(language => language.Name)));
}
