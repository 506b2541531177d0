using System.Globalization;
using System.Numerics;
using Simulator.Economics.Splits;
using Simulator.Primitives;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sections.Economy;

/// <summary><c>economy.split:</c></summary>
internal static class SplitSection
{
    private static readonly (PaymentPart Part, Key<Ratio> Key)[] Parts =
    [
        (PaymentPart.Node, Part("node", "the node that answers", "9/10")),
        (PaymentPart.Verifiers, Part("verifiers", "those who check, evenly")),
        (PaymentPart.FullNodes, Part("full_nodes", "those who run the chain, by stake")),
        (PaymentPart.Author, Part("author", "the model's author")),
        (PaymentPart.Storage, Part("storage", "those who keep models and evidence")),
        (PaymentPart.Facilitator, Part("facilitator", "those who settle")),
        (PaymentPart.Treasury, Part("treasury", "the treasury")),
        (PaymentPart.Burn, Part("burn", "nobody: it is destroyed")),
    ];

    public static readonly Section<PaymentSplit> Shape = new(
        "a split of payments",
        [.. Parts.Select(part => part.Key)],
        values => new PaymentSplit([.. Parts.Select(part => (part.Part, values.Get(part.Key)))]))
    {
        Rules = RequireWhole,
    };

    private static Key<Ratio> Part(string name, string who, string? example = null) => new(name, Shapes.Ratio)
    {
        Documentation = $"Share of every payment for {who}.",
        Default = name == "node" ? null : "0",
        Convention = name == "node" ? null : "nothing goes to whom the scenario does not name",
        Example = example ?? "5 %",
    };

    private static void RequireWhole(SectionValues values)
    {
        BigInteger numerator = 0;
        BigInteger denominator = 1;
        foreach ((_, Key<Ratio> key) in Parts)
        {
            Ratio share = values.Get(key);
            numerator = (numerator * share.Denominator) + (share.Numerator * denominator);
            denominator *= share.Denominator;
        }

        if (numerator != denominator)
        {
            values.Refuse(
                Parts[0].Key,
                string.Create(CultureInfo.InvariantCulture, $"the shares sum to {(double)numerator / (double)denominator:0.####}"),
                "shares that sum to 1",
                "change 'node', or add a share");
        }
    }
}
