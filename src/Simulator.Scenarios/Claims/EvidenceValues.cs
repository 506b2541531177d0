namespace Simulator.Scenarios.Claims;

/// <summary>Values of evidence settlement that no key changes in this version.</summary>
internal static class EvidenceValues
{
    public static readonly IReadOnlyList<ClaimedValue> All =
    [
        Of("A-306", "Gas limit, fee cap and priority fee of evidence transactions", "9000000 gas, 2000000 wei, 1000000 wei"),
        Of("A-307", "A settlement worker waits for a receipt for", "120 s"),
        Of("A-308", "An upload to storage is given up after", "30 s"),
        Of("A-309", "Storage epochs that a blob of evidence is paid for", "10"),
        Of("A-310", "Uploads of an individual settlement, and the pause between two", "5, 10 s"),
        new(
            Claim.Assumption("A-311", "the facilitator's own limit on calls to a chain, see A-037"),
            "A settlement worker gives a call to a full node up after",
            "10 s",
            null),
    ];

    private static ClaimedValue Of(string id, string what, string value) => new(
        Claim.Published(id, Published.Facilitator, "the data settlement workers of the service"), what, value, null);
}
