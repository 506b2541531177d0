using Simulator.Economics.Policies;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sections.Economy;

/// <summary><c>economy.buyback:</c></summary>
internal static class BuybackSection
{
    private static readonly ChoiceShape<BuybackKind> Kinds = new(
        ("fixed", BuybackKind.Fixed, "the same sum every day"),
        ("pid", BuybackKind.Pid, "a PID controller on the price's shortfall from its smoothed self"));

    private static readonly Key<BuybackKind> Kind = new("rule", Kinds)
    {
        Documentation = "When the treasury buys OPG.",
        Example = "pid",
    };

    private static readonly Key<double> PerDay = new("most", Reals.UsdPerDay)
    {
        Documentation = "What it spends per day (fixed), or at most (pid).",
        Example = "5000 USD/d",
    };

    private static readonly Key<double> Reserve = new("reserve", Reals.Usd)
    {
        Documentation = "What it has for that.",
        Example = "5000000 USD",
    };

    private static readonly Key<double> Window = new("window", new RealShape("d", 1, 10_000, "30 d"))
    {
        Documentation = "For pid: days over which the target, the mean price, is smoothed.",
        Default = "30 d",
        Claim = Claim.Assumption("A-507", "a month is what operators plan by"),
        Example = "90 d",
    };

    private static readonly Key<double> Proportional = new("proportional", Reals.NotNegative)
    {
        Documentation = "For pid: share of 'most' per unit of relative shortfall.",
        Default = "5",
        Claim = Claim.Assumption("A-508", "a fifth below target spends all that may be spent"),
        Example = "10",
    };

    private static readonly Key<double> Integral = new("integral", Reals.NotNegative)
    {
        Documentation = "For pid: share of 'most' per unit of shortfall and day.",
        Default = "0.1",
        Claim = Claim.Assumption("A-509", "a lasting shortfall of a tenth doubles the answer after seven weeks"),
        Example = "0.05",
    };

    private static readonly Key<double> Derivative = new("derivative", Reals.NotNegative)
    {
        Documentation = "For pid: share of 'most' per unit of shortfall a day.",
        Default = "1",
        Claim = Claim.Assumption("A-510", "a fall of a tenth in a day is worth a tenth more"),
        Example = "2",
    };

    private static readonly ChoiceShape<BuybackUse> Uses = new(
        ("keep", BuybackUse.Keep, "it lies in the treasury"),
        ("burn", BuybackUse.Burn, "it is destroyed"));

    private static readonly Key<BuybackUse> Then = new("then", Uses)
    {
        Documentation = "What becomes of the OPG that was bought.",
        Default = "keep",
        Convention = "burning is always stated",
        Example = "burn",
    };

    public static readonly Section<BuybackSettings> Shape = new(
        "a buyback",
        [Kind, PerDay, Reserve, Window, Proportional, Integral, Derivative, Then],
        values => new BuybackSettings
        {
            Kind = values.Get(Kind),
            PerDay = values.Get(PerDay),
            Reserve = values.Get(Reserve),
            Window = values.Get(Window),
            Proportional = values.Get(Proportional),
            Integral = values.Get(Integral),
            Derivative = values.Get(Derivative),
            Use = values.Get(Then),
        });
}
