using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>links:</c></summary>
internal static class LinksSection
{
    private static readonly Key<SimDuration> Minimum = new("minimum", Shapes.PositiveDuration)
    {
        Documentation = "No message between two hosts is faster.",
        Default = "20 ms",
        Claim = Claim.Assumption("A-020", "light in fibre over about 2000 km and back-bone routers"),
        Example = "20 ms",
    };

    private static readonly ChoiceShape<LatencyDistribution> Distributions = new(
        ("constant", LatencyDistribution.Constant, "always the typical value"),
        ("uniform", LatencyDistribution.Uniform, "between the minimum and as far above the typical value"),
        ("exponential", LatencyDistribution.Exponential, "exponential above the minimum, typical is the mean"),
        ("lognormal", LatencyDistribution.Lognormal, "lognormal above the minimum, typical is the median"));

    private static readonly Key<LatencyDistribution> Distribution = new("distribution", Distributions)
    {
        Documentation = "Shape of the delay above the minimum.",
        Default = "lognormal",
        Claim = Claim.Assumption("A-021", "one-way delays are skewed to the right"),
        Example = "constant",
    };

    private static readonly Key<SimDuration> Typical = new("typical", Shapes.PositiveDuration)
    {
        Documentation =
            "Constant: the value; uniform and exponential: the mean; lognormal: the median. At least the minimum.",
        Default = "35 ms",
        Claim = Claim.Assumption("A-022", "between two European data centres, access network included"),
        Example = "35 ms",
    };

    private static readonly Key<Ratio> Spread = new("spread", Shapes.Ratio)
    {
        Documentation = "Lognormal only: standard deviation of the logarithm of the part above the minimum.",
        Default = "1/2",
        Claim = Claim.Assumption(
            "A-023", "the slowest of a hundred messages takes about three times the median above the minimum"),
        Example = "1/2",
    };

    private static readonly Section<LatencySettings> LatencyShape = new(
        "latency",
        [Minimum, Distribution, Typical, Spread],
        values => new LatencySettings
        {
            Minimum = values.Get(Minimum),
            Distribution = values.Get(Distribution),
            Typical = values.Get(Typical),
            Spread = values.Get(Spread),
        })
    {
        Rules = RequireOrder,
    };

    private static readonly Key<LatencySettings> Latency = new("latency", LatencyShape)
    {
        Documentation = "One-way delay between two hosts.",
        Default = "{}",
    };

    private static readonly Key<BitRate> Bandwidth = new("bandwidth", Shapes.BitRate)
    {
        Documentation = "Bandwidth of each host, per direction.",
        Default = "100 Mbit/s",
        Claim = Claim.Assumption("A-024", "a shared port of a small server"),
        Example = "25 Mbit/s",
    };

    private static readonly Key<Ratio> Loss = new("loss", Shapes.Ratio)
    {
        Documentation = "Chance that a message is lost.",
        Default = "0",
        Claim = Claim.Assumption("A-025", "TCP repairs losses; a lost message is a fault and is stated"),
        Example = "1/1000",
    };

    private static readonly Key<Ratio> Duplication = new("duplication", Shapes.Ratio)
    {
        Documentation = "Chance that a message arrives twice.",
        Default = "0",
        Claim = Claim.Assumption("A-026", "TCP removes duplicates; one above it is a fault and is stated"),
        Example = "1/1000",
    };

    public static readonly Section<LinkProfile> Shape = new(
        "the links",
        [Latency, Bandwidth, Loss, Duplication],
        values => new LinkProfile
        {
            Latency = values.Get(Latency),
            Bandwidth = values.Get(Bandwidth),
            Loss = values.Get(Loss),
            Duplication = values.Get(Duplication),
        });

    private static void RequireOrder(SectionValues values)
    {
        (SimDuration minimum, SimDuration typical) = (values.Get(Minimum), values.Get(Typical));
        if (typical < minimum)
        {
            values.Refuse(
                values.IsWritten(Typical) ? Typical : Minimum,
                $"the typical latency of {typical} is below the minimum of {minimum}",
                $"a typical latency of at least {minimum}",
                "raise 'typical' or lower 'minimum'");
        }
    }
}
