using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>facilitators:</c></summary>
internal static class FacilitatorsSection
{
    private static readonly Key<int> Count = GroupKeys.Count("facilitators", 10_000);

    private static readonly Key<SimDuration> Service = new("service", Shapes.PositiveDuration)
    {
        Documentation = "Time to check the fields and the signature of one payment: at verify, and again before it is "
            + "settled.",
        Default = "2 ms",
        Claim = Claim.Assumption(
            "A-017", "JSON and an interpreted service; the signature alone is measured at 29 us with libsecp256k1"),
        Example = "2 ms",
    };

    private static readonly Key<SimDuration> Signing = new("signing", Shapes.PositiveDuration)
    {
        Documentation = "Time to sign one settlement transaction (secp256k1).",
        Default = "20 us",
        Claim = Claim.Measured(
            "A-018", "one secp256k1 signature takes 19 us with libsecp256k1 on one x86-64 server core; rounded up"),
        Example = "20 us",
    };

    private static readonly Key<int> Queue = GroupKeys.Queue(
        "Settlements",
        "1000",
        Claim.Assumption(
            "A-019", "the service's own queue has no limit; 1000 settlements at about one a block are half an hour"));

    private static readonly Key<int> Retry = new("retry", new RetryShape())
    {
        Documentation = "How often a settlement is tried again that failed on its way to the chain, not by a verdict on the "
            + "payment.",
        Default = "none",
        Claim = Claim.Published("A-410", Published.Facilitator, "no attempts and no backoff are configured: each job runs once"),
        Example = "3",
    };

    private static readonly Key<FacilitatorFraudSettings> Fraud = new("fraud", FacilitatorFraudSection.Shape)
    {
        Documentation = "How the group cheats; without it, it does not.",
        Example = "overcharge",
        IsOptional = true,
    };

    private static readonly Section<FacilitatorGroup> Group = new(
        "a group of facilitators",
        [Count, Service, Signing, Queue, Retry, Fraud],
        values => new FacilitatorGroup
        {
            Name = values.Name,
            Count = values.Get(Count),
            Service = values.Get(Service),
            Signing = values.Get(Signing),
            Queue = values.Get(Queue),
            Retry = values.Get(Retry),
            Fraud = values.Find(Fraud),
        });

    public static readonly NamedGroups<FacilitatorGroup> Shape = new("main", Group);
}
