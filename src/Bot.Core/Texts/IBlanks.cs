using System.Text;

namespace Bot.Core.Texts;

/// <summary>What fills the blanks of a template: the properties of a <see cref="Says"/>, or the pieces of a date.</summary>
internal interface IBlanks
{
    /// <summary>Whether the blank has something to write, or to say yes to.</summary>
    bool Has(string name);

    /// <summary>Writes what the blank holds, or nothing when it is empty.</summary>
    void Write(string name, StringBuilder to);

    /// <summary>What commands begin with where this is read.</summary>
    char Prefix { get; }

    /// <summary>Applies a function of the language to what was written from <paramref name="start"/> on.</summary>
    void Apply(string function, StringBuilder to, int start);
}
