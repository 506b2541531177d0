using Simulator.Economics.Prices;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sections.Economy;

/// <summary><c>economy.price:</c></summary>
internal static class PriceSection
{
    private static readonly ChoiceShape<PriceKind> Kinds = new(
        ("gbm", PriceKind.Gbm, "geometric Brownian motion"),
        ("jump_diffusion", PriceKind.JumpDiffusion, "Brownian motion with log-normal jumps"),
        ("mean_reverting", PriceKind.MeanReverting, "returns to its start"),
        ("path", PriceKind.Path, "the values of 'path', one per epoch"));

    private static readonly Key<PriceKind> Process = new("process", Kinds)
    {
        Documentation = "How the price of OPG moves by itself.",
        Default = "gbm",
        Claim = Claim.Assumption("A-501", "the usual null model of an asset's price; the study should compare others"),
        Example = "mean_reverting",
    };

    private static readonly Key<double> Start = new("start", Reals.PositiveUsd)
    {
        Documentation = "USD per OPG on day 0.",
        Example = "0.2 USD",
    };

    private static readonly Key<double> Drift = new("drift", Reals.Growth)
    {
        Documentation = "Expected growth per year: 0.1 /yr is 10 %.",
        Default = "0 /yr",
        Convention = "nobody knows where a price goes",
        Example = "0.1 /yr",
    };

    private static readonly Key<double> Volatility = new("volatility", Reals.PerYear)
    {
        Documentation = "Standard deviation of the yearly logarithm.",
        Default = "0 /yr",
        Convention = "a constant price unless the scenario says how much it moves",
        Example = "0.9 /yr",
    };

    private static readonly Key<double> Jumps = new("jumps", Reals.PerYear)
    {
        Documentation = "For jump_diffusion: jumps per year.",
        Default = "0 /yr",
        Convention = "the scenario states its jumps",
        Example = "4 /yr",
    };

    private static readonly Key<double> JumpMean = new("jump_mean", Reals.Signed)
    {
        Documentation = "For jump_diffusion: mean of a jump's logarithm; -0.1 is about 10 % down.",
        Default = "0",
        Convention = "jumps go either way unless stated",
        Example = "-0.1",
    };

    private static readonly Key<double> JumpSpread = new("jump_spread", Reals.NotNegative)
    {
        Documentation = "For jump_diffusion: standard deviation of a jump's logarithm.",
        Default = "0.1",
        Claim = Claim.Assumption("A-502", "a jump of a tenth is what news does to a token in a day"),
        Example = "0.2",
    };

    private static readonly Key<double> Reversion = new("reversion", Reals.PerYear)
    {
        Documentation = "For mean_reverting: logarithmic distance to the start that closes per year, as a rate.",
        Default = "2 /yr",
        Claim = Claim.Assumption("A-503", "half of a deviation is gone after four months"),
        Example = "4 /yr",
    };

    private static readonly Key<IReadOnlyList<double>> Path = new("path", new ListOf<double>(Reals.PositiveUsd, 10_000))
    {
        Documentation = "For path: USD per OPG, one value per epoch; the last one stays.",
        Default = "[]",
        Convention = "only for path",
        Example = "[0.2 USD, 0.21 USD]",
    };

    private static readonly Key<double> Depth = new("depth", Reals.Usd)
    {
        Documentation = "USD of net buying that raise the price by a factor of e; 0 USD: trades move nothing.",
        Default = "0 USD",
        Convention = "trades of the network move no price unless the scenario says how deep the market is",
        Example = "5000000 USD",
    };

    public static readonly Section<PriceSettings> Shape = new(
        "a price process",
        [Process, Start, Drift, Volatility, Jumps, JumpMean, JumpSpread, Reversion, Path, Depth],
        values => new PriceSettings
        {
            Kind = values.Get(Process),
            Start = values.Get(Start),
            Drift = values.Get(Drift),
            Volatility = values.Get(Volatility),
            Jumps = values.Get(Jumps),
            JumpMean = values.Get(JumpMean),
            JumpSpread = values.Get(JumpSpread),
            Reversion = values.Get(Reversion),
            Path = values.Get(Path),
            Depth = values.Get(Depth),
        })
    {
        Rules = values =>
        {
            if (values.Get(Process) == PriceKind.Path && values.Get(Path).Count == 0)
            {
                values.Refuse(Process, "the path has no values", "at least one value in 'path'", "add 'path: [0.2 USD, 0.1 USD]'");
            }
        },
    };
}
