using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>faults:</c></summary>
internal static class FaultsSection
{
    public const int MostFaults = 1_000;

    private const int MostMembers = 1_000;

    private static readonly Key<SimDuration> At = new("at", Shapes.Duration)
    {
        Documentation = "When it happens, from the start of the run.",
        Example = "5 min",
    };

    private static readonly Key<SimDuration> For = new("for", Shapes.Duration)
    {
        Documentation = "How long a crash or a partition lasts; 0 s: until the run ends.",
        Default = "0 s",
        Convention = "a fault heals only where that is stated",
        Example = "10 s",
    };

    private static readonly Key<string> Crash = new("crash", new MemberShape("honest/3"))
    {
        Documentation = "The node or facilitator whose host goes down. A node restarts as a new enclave, which must be registered "
            + "anew.",
        IsOptional = true,
        Example = "honest/3",
    };

    private static readonly ChoiceShape<RestartState> States = new(
        ("lost", RestartState.Lost, "what was in memory is gone"),
        ("kept", RestartState.Kept, "what was in memory is there again, but never an enclave's keys"));

    private static readonly Key<RestartState> State = new("state", States)
    {
        Documentation = "What a crashed host remembers.",
        Default = "lost",
        Convention = "enclaves keep nothing",
        Example = "lost",
    };

    private static readonly Key<IReadOnlyList<string>> Partition = new(
        "partition", new ListOf<string>(new MemberShape("honest/3"), MostMembers))
    {
        Documentation = "Groups and members that hear each other and nobody else; `validators` are the full nodes, "
            + "`payment-chain` is the payment chain, `platform` the platform.",
        IsOptional = true,
        Example = "[honest/1, honest/2]",
    };

    private static readonly Key<string> Revoke = new("revoke", new NameShape("build", "published"))
    {
        Documentation = "The build whose approval the registry's admin takes back, by a transaction.",
        IsOptional = true,
        Example = "published",
    };

    private static readonly Key<string> Approve = new("approve", new NameShape("build", "published"))
    {
        Documentation = "The build that the registry's admin approves, by a transaction.",
        IsOptional = true,
        Example = "published",
    };

    private static readonly Section<Fault> One = new(
        "a fault",
        [At, For, Crash, State, Partition, Revoke, Approve],
        Build)
    {
        Rules = RequireOneKind,
    };

    public static readonly ListOf<Fault> Shape = new(One, MostFaults);

    /// <summary>What the hosts of a crash remember, in the file's words.</summary>
    private enum RestartState
    {
        Unset = 0,
        Lost,
        Kept,
    }

    private static void RequireOneKind(SectionValues values)
    {
        int kinds = Kinds(values).Count(present => present);
        if (kinds != 1)
        {
            values.Refuse(
                At,
                kinds == 0 ? "the fault does not say what happens" : $"the fault says {kinds} things that happen",
                "exactly one of crash, partition, revoke and approve",
                kinds == 0 ? "add for example 'crash: honest/3'" : "write one list item for each");
        }
    }

    private static IEnumerable<bool> Kinds(SectionValues values) =>
    [
        values.Find(Crash) is not null,
        values.Find(Partition) is not null,
        values.Find(Revoke) is not null,
        values.Find(Approve) is not null,
    ];

    // Rules have been checked; of a fault that broke them nothing is used.
    private static Fault Build(SectionValues values)
    {
        (SimDuration at, SimDuration span) = (values.Get(At), values.Get(For));
        if (values.Find(Crash) is { } member)
        {
            return new Fault.Crash
            {
                At = at,
                For = span,
                Member = member,
                KeepsState = values.Get(State) == RestartState.Kept,
            };
        }

        if (values.Find(Revoke) is { } revoked)
        {
            return new Fault.Revoke { At = at, For = span, Build = revoked };
        }

        return values.Find(Approve) is { } approved
            ? new Fault.Approve { At = at, For = span, Build = approved }
            : new Fault.Partition { At = at, For = span, Members = values.Find(Partition) ?? [] };
    }
}
