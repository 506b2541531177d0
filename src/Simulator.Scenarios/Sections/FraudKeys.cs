using Simulator.Primitives;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sections;

/// <summary>The keys that every party's <c>fraud:</c> has.</summary>
internal static class FraudKeys
{
    /// <summary>How they cheat: the key whose value alone is the short form.</summary>
    public static Key<TKind> Kind<TKind>(ChoiceShape<TKind> kinds, string example, string limits = "")
        where TKind : struct, Enum => new("kind", kinds)
        {
            Documentation = $"How they cheat{limits}.",
            Example = example,
        };

    /// <summary>How often they cheat.</summary>
    /// <param name="occasions">What an occasion is, as in "the share of the OCCASIONS in which they cheat".</param>
    /// <param name="limits">What else there is to say, after a semicolon.</param>
    public static Key<Ratio> Share(string occasions = "occasions", string limits = "") => new("share", Shapes.Ratio)
    {
        Documentation = $"The share of the {occasions} in which they cheat, each drawn for itself{limits}.",
        Default = "1",
        Convention = "a cheater cheats unless the scenario says when not",
        Example = "1/4",
    };
}
