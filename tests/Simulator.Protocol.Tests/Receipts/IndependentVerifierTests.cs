using Simulator.Protocol.Receipts;
using Simulator.Protocol.Tests.NodePeers;

namespace Simulator.Protocol.Tests.Receipts;

/// <summary>The verifier in another language, with other libraries, comes to the same findings link by link.</summary>
public sealed class IndependentVerifierTests
{
    private static readonly NodePackage Verifier = new("tests/Simulator.Protocol.Tests/ReceiptVerifier");

    [NodeFact]
    public void It_finds_the_same_links_whole_broken_and_absent()
    {
        Receipt[] receipts =
        [
            ReceiptSample.Batch,
            ReceiptSample.Individual,
            ReceiptSample.Transfer,
            ReceiptSample.Channel,
            ReceiptSample.Bare,
            .. BrokenReceipts.All().Select(entry => entry.Receipt),
        ];

        string findings = Run(receipts);

        Assert.Equal(string.Concat(receipts.Select(Expected)), findings);
    }

    private static string Expected(Receipt receipt)
    {
        IReadOnlyList<LinkResult> results = ReceiptVerifier.Check(receipt);
        string verdict = ReceiptVerifier.FirstBroken(results) is { } broken
            ? $"FAILS at {broken.Link.ToString().ToLowerInvariant()}: {broken.Reason.Name()}"
            : "holds";
        return $"receipt of request {receipt.Id}\n{string.Join('\n', results)}\n{verdict}\n";
    }

    private static string Run(Receipt[] receipts)
    {
        string folder = Directory.CreateTempSubdirectory("receipts").FullName;
        try
        {
            string root = Path.Combine(folder, "root.pem");
            File.WriteAllText(root, ReceiptSample.Vendor.RootPem);
            string[] files = [.. receipts.Select((_, index) => Path.Combine(folder, $"{index}.json"))];
            for (int i = 0; i < files.Length; i++)
            {
                File.WriteAllBytes(files[i], receipts[i].ToJson());
            }

            return Verifier.RunText("verify.cjs", "", ["--root", root, .. files]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
