using Simulator.Economics.Epochs;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sections.Economy;

/// <summary><c>economy.service:</c></summary>
internal static class ServiceSection
{
    private static readonly Key<SimDuration> Time = new("time", Shapes.PositiveDuration)
    {
        Documentation = "Mean time that a request occupies a slot of a node.",
        Example = "800 ms",
    };

    private static readonly Key<SimDuration> Wait = new("longest_wait", Shapes.PositiveDuration)
    {
        Documentation = "Longest mean wait for a slot that users put up with; every node is a queue M/M/c.",
        Default = "2 s",
        Claim = Claim.Assumption("A-505", "people notice a second and leave after a few"),
        Example = "1 s",
    };

    private static readonly Key<Ratio> Accepted = new("accepted", Shapes.Ratio)
    {
        Documentation = "Share of the requests served that end in an accepted, paid answer, as measured at request level.",
        Default = "1",
        Convention = "losses are measured, not assumed",
        Example = "99 %",
    };

    private static readonly Key<Ratio> Audits = new("audit_rate", Shapes.Ratio)
    {
        Documentation = "Share of the answers that verifiers are to check.",
        Default = "0",
        Convention = "audits are always stated",
        Example = "5 %",
    };

    private static readonly Key<SimDuration> Check = new("check_time", Shapes.PositiveDuration)
    {
        Documentation = "Time that a check occupies a slot of a verifier.",
        Default = "1 s",
        Claim = Claim.Assumption("A-506", "checking by re-execution takes about as long as answering"),
        Example = "800 ms",
    };

    public static readonly Section<ServiceSettings> Shape = new(
        "what serving takes",
        [Time, Wait, Accepted, Audits, Check],
        values => new ServiceSettings
        {
            Seconds = values.Get(Time).TotalSeconds,
            LongestWait = values.Get(Wait).TotalSeconds,
            Accepted = values.Get(Accepted).ToDouble(),
            AuditRate = values.Get(Audits).ToDouble(),
            CheckSeconds = values.Get(Check).TotalSeconds,
        });
}
