using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Facts;
using Simulator.Primitives;

namespace Simulator.Actors.Platforms;

/// <summary>What a platform is made of and whom it wants.</summary>
public sealed record PlatformSettings
{
    /// <summary>Requests computed at the same time.</summary>
    public required int Servers { get; init; }

    /// <summary>Virtual time of one request on one server.</summary>
    public required SimDuration ServiceTime { get; init; }

    /// <summary>Requests that may wait for a server.</summary>
    public required int QueueCapacity { get; init; }

    /// <summary>Requests per key and <see cref="QuotaWindow"/>; null for as many as come.</summary>
    public required int? Quota { get; init; }

    public required SimDuration QuotaWindow { get; init; }

    /// <summary>From a sign-up to its decision.</summary>
    public required SimDuration SignUpDelay { get; init; }

    /// <summary>The share of people whose account is refused, drawn once for each.</summary>
    public required Ratio SignUpRefuses { get; init; }

    public required IReadOnlyList<PlatformBan> Bans { get; init; }

    public required OpgAmount Price { get; init; }

    public required PlatformBilling Billing { get; init; }

    /// <summary>Length of a billing period; with invoices only.</summary>
    public required SimDuration InvoicePeriod { get; init; }

    public required ModelStore Models { get; init; }

    public required IInference Inference { get; init; }

    public required InferenceFacts Facts { get; init; }
}
