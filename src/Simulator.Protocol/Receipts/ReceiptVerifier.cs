using Simulator.Protocol.Attestation;
using Simulator.Protocol.Receipts.Links;

namespace Simulator.Protocol.Receipts;

/// <summary>Checks every link of a receipt, offline.</summary>
/// <remarks>
/// What a receipt cannot prove by itself stays a statement: the blocks that hold its transactions, the registry's word
/// on the enclave, who owns a repository, a verifier's verdict, and the ledger behind the payout.
/// </remarks>
public static class ReceiptVerifier
{
    /// <summary>One result for each link, in the chain's order, trusting the real and the simulated vendor.</summary>
    public static IReadOnlyList<LinkResult> Check(Receipt receipt) => Check(receipt, ReceiptTrust.Default);

    /// <summary>One result for each link, in the chain's order, trusting the given vendors.</summary>
    public static IReadOnlyList<LinkResult> Check(Receipt receipt, ReceiptTrust trust) =>
        [.. Links(receipt, trust, new AttestationMemory())];

    /// <summary>The first broken link, null when none is; the links behind it are not looked at.</summary>
    /// <param name="receipt">Checked in full unless a link breaks.</param>
    /// <param name="trust">The vendors whose word counts.</param>
    /// <param name="attestations">Shared by receipts of the same enclaves, it saves all but their first check.</param>
    public static LinkResult? FirstBroken(Receipt receipt, ReceiptTrust trust, AttestationMemory attestations) =>
        Links(receipt, trust, attestations).FirstOrDefault(result => result.Status == LinkStatus.Broken);

    /// <summary>The first broken link; null when none is.</summary>
    public static LinkResult? FirstBroken(IReadOnlyList<LinkResult> results) =>
        results.FirstOrDefault(result => result.Status == LinkStatus.Broken);

    /// <summary>What was checked, as a person reads it: one line per link, then the verdict.</summary>
    public static string Account(Receipt receipt, IReadOnlyList<LinkResult> results)
    {
        IEnumerable<string> lines = results.Select(
            result => $"  {Mark(result.Status)} {Name(result.Link)}  {result.Account}");
        return $"receipt of request {receipt.Id}\n{string.Join('\n', lines)}\n{Verdict(receipt, results)}\n";
    }

    private static IEnumerable<LinkResult> Links(
        Receipt receipt, ReceiptTrust trust, AttestationMemory attestations)
    {
        yield return RequestLink.Check(receipt);
        yield return AuthorizationLink.Check(receipt);
        yield return SettlementLink.Check(receipt);
        yield return ModelLink.Check(receipt);
        yield return NodeLink.Check(receipt);
        yield return AttestationLink.Check(receipt, trust, attestations);
        yield return RegistryLink.Check(receipt);
        yield return AnswerLink.Check(receipt);
        yield return VerificationLink.Check(receipt);
        yield return EvidenceLink.Check(receipt);
        yield return PayoutLink.Check(receipt);
    }

    private static string Verdict(Receipt receipt, IReadOnlyList<LinkResult> results)
    {
        if (FirstBroken(results) is { } broken)
        {
            return $"the receipt FAILS at its link '{Name(broken.Link).Trim()}': {broken.Reason.Name()}";
        }

        int held = results.Count(result => result.Status == LinkStatus.Holds);
        string caveat = receipt.HasRealSignatures ? "" : "; its signatures were modelled, so nobody's word is proven";
        return $"the receipt holds: {held} links checked, {results.Count - held} absent{caveat}";
    }

    private static string Mark(LinkStatus status) => status switch
    {
        LinkStatus.Unset => throw Primitives.Invariant.Unreachable(status),
        LinkStatus.Holds => "holds ",
        LinkStatus.Broken => "BROKEN",
        LinkStatus.Absent => "absent",
    };

    private static string Name(ReceiptLink link) => link.ToString().ToLowerInvariant().PadRight(13);
}
