using Simulator.Reporting;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>What a run computed for real and what stands in for something else; printed in every report.</summary>
internal static class FidelityStatement
{
    public static IReadOnlyList<Fidelity> Of(RunRequest request) =>
        request.Scenario.Economy is null ? OfRequests(request) : OfEconomy;

    private static IReadOnlyList<Fidelity> OfEconomy { get; } =
    [
        new("Money", "real", "every posting moves whole atto-OPG between accounts; supply is checked after every epoch"),
        new("Service", "modelled", "no request is simulated: capacity and waits are those of M/M/c queues with the stated service time"),
        new("Price of OPG", "modelled", "a stochastic process; a model of risk, not a forecast"),
        new("Businesses", "modelled", "enter and leave by profits they have seen; costs are the scenario's"),
        new("Demand", "modelled", "constant elasticity with growth, shocks and noise as stated"),
    ];

    private static IReadOnlyList<Fidelity> OfRequests(RunRequest request) =>
    [
        new("Payments", "real", "x402 v2 headers, Permit2 typed data and secp256k1 signatures; every signature is made and checked"),
        new("Contracts", "real", "token, Permit2 and proxies execute ABI calldata of signed EIP-1559 transactions, in the real order of checks"),
        new(
            "Inference",
            request.ReplayBundle is null ? "real" : "recorded",
            request.ReplayBundle is null ? "ONNX Runtime runs the model for every question" : "results come from a bundle's facts"),
        new("Answers", "real", "RSA-2048 PSS over the hashes of request and output, checked by the user and again by a judge"),
        new("Enclaves", "modelled", "keys are real; the hardware that would guard them is simulated"),
        .. request.Scenario.Chains.Inference is null
            ? Array.Empty<Fidelity>()
            : [new("Registry", "real", "attestation documents, registrations, heartbeats and revocations are verified on chain")],
        .. OfVerification(request.Scenario),
        new("Hardware speed", "modelled", "service times come from the scenario's hardware profile, not from this machine"),
        new("Network", "modelled", "links with latency, bandwidth, loss and duplication; no TCP"),
        new("Payment chain", "modelled", "one sequencer with a fixed block time; reorganisations are drawn, consensus is not simulated"),
    ];

    private static IEnumerable<Fidelity> OfVerification(Scenario scenario)
    {
        if (scenario.Verification is null)
        {
            yield break;
        }

        yield return new("Re-execution", "real", "verifiers and full nodes run the model again; the contract decides by signed rulings");
        if (scenario.HasProofs)
        {
            yield return new("Proofs", "modelled", "time and size from a published proof system; only a true output has a proof");
        }
    }
}
