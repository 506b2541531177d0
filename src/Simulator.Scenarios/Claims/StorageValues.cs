using System.Globalization;
using Simulator.Actors.Storage;

namespace Simulator.Scenarios.Claims;

/// <summary>Values of storage that no key changes in this version.</summary>
internal static class StorageValues
{
    public static readonly IReadOnlyList<ClaimedValue> All =
    [
        new(
            Claim.Published("A-233", Published.Sdk, "the HTTP timeout of the network's clients, hub and publisher alike"),
            "A replica that has not served a blob is given up after",
            BlobFetcher.ReplicaTimeout.ToString(),
            null),
        new(
            Claim.Assumption("A-234", "long enough for a fault to be repaired, short beside the run"),
            "An enclave looks again for a model that no replica had after",
            "60 s",
            null),
        new(
            Claim.Assumption("A-235", "a third of the time for which a publisher's client waits"),
            "A publication with too few confirmed replicas is given up after",
            "10 s",
            null),
        new(
            Claim.Assumption("A-236", "one message with its framing stays below 16 MiB"),
            "Longest blob in simulated storage",
            string.Create(CultureInfo.InvariantCulture, $"{StorageNode.LargestBlob} B"),
            null),
    ];
}
