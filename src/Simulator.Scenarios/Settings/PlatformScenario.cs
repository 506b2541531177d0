using Simulator.Actors.Platforms;
using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>A centralised provider beside the network.</summary>
public sealed record PlatformScenario
{
    /// <summary>Requests computed at the same time.</summary>
    public required int Servers { get; init; }

    /// <summary>Time of one request on one server.</summary>
    public required SimDuration Service { get; init; }

    /// <summary>Requests that may wait.</summary>
    public required int Queue { get; init; }

    public required OpgAmount Price { get; init; }

    public required PlatformBilling Billing { get; init; }

    /// <summary>Length of a billing period.</summary>
    public required SimDuration Invoice { get; init; }

    /// <summary>What one key may ask; null for as much as it likes.</summary>
    public QuotaSettings? Quota { get; init; }

    public required SignUpSettings SignUp { get; init; }

    public required IReadOnlyList<BanSettings> Bans { get; init; }
}
