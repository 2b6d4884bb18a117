using Bot.Core.Memory;

namespace Bot.Core.Facts;

/// <summary>People want to choose together among things of the coop; nothing is decided by that alone.</summary>
/// <param name="Title">What is asked, in the coop's language.</param>
/// <param name="Things">Between what, two at least.</param>
public sealed record ChoiceWasWanted(string Title, IReadOnlyList<ThingToChoose> Things);

/// <summary>Something that can be chosen.</summary>
/// <param name="Thing">Its code.</param>
/// <param name="Name">How it is called there.</param>
public sealed record ThingToChoose(Ref Thing, string Name);

/// <summary>People can choose among things from now on.</summary>
/// <param name="Decision">The code under which they answer.</param>
public sealed record ChoiceWasOpened(Ref Decision);

/// <summary>Who wanted a choice has seen enough answers: it ends now.</summary>
/// <param name="Decision">The code under which people answer.</param>
public sealed record ChoiceWasEnough(Ref Decision);

/// <summary>A choice among things is over.</summary>
/// <param name="Decision">The code under which people answered.</param>
/// <param name="Things">How many chose each; none when it came to nothing.</param>
public sealed record ThingsWereChosen(Ref Decision, IReadOnlyList<ChosenThing> Things);

/// <summary>Something that could be chosen.</summary>
/// <param name="Thing">Its code.</param>
/// <param name="Count">How many chose it.</param>
public sealed record ChosenThing(Ref Thing, int Count);

/// <summary>Something of the coop is to be proposed to all.</summary>
/// <param name="Text">What is proposed.</param>
/// <param name="From">What it comes from.</param>
public sealed record ProposalWasWanted(string Text, Ref From);
