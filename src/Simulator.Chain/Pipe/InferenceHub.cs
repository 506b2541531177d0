using Simulator.Chain.Execution;
using Simulator.Chain.Verification;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;

namespace Simulator.Chain.Pipe;

/// <summary>The hub contract of on-chain inference: <c>run</c> answers within the transaction, or reverts by name.</summary>
/// <remarks>
/// The model has run before: the block carries the result next to the transaction, and the contract only checks and
/// publishes it. Mode TEE demands an enabled enclave's signature within the verifier's bounds of time; mode VANILLA
/// demands none, so that a proposer may say anything; mode ZKML is refused. The contract keeps no state. Source of
/// address, function and event: protocol facts §7.6.
/// </remarks>
public sealed class InferenceHub : Contract
{
    public static readonly Address DefaultAddress = Deployments.InferenceHub;

    private readonly TeeVerifier verifier;
    private readonly PipeSettings settings;
    private readonly bool isFlawed;

    public InferenceHub(
        ContractMachine machine, Address address, TeeVerifier verifier, PipeSettings settings, ContractFlaws flaws)
        : base(machine, address)
    {
        this.verifier = verifier;
        this.settings = settings;
        isFlawed = flaws.HasFlag(ContractFlaws.ResultsUnchecked);
    }

    public override ContractCall? Decode(ReadOnlySpan<byte> callData) => RunModelCall.Read(Address, callData);

    public override Revert? Execute(in CallContext context, ContractCall call)
    {
        if (call is not RunModelCall run)
        {
            return SolidityErrors.Bare();
        }

        // A simulated call has no block that could carry a result; it says whether the call is well formed.
        if (context.Transaction is not { } transaction)
        {
            return CheckMode(run);
        }

        if (Check(context.Block, run, transaction.Hash, transaction.Data, transaction.Attachment) is { } refused)
        {
            return refused;
        }

        Emit(new InferenceResult(transaction.Attachment!.Result!.Output));
        return null;
    }

    /// <summary>Why this result does not answer that transaction in that block; null when it does.</summary>
    /// <remarks>Also asked by full nodes of every result they hear of, before any block carries it.</remarks>
    public Revert? CheckResult(in BlockContext block, RunModelCall run, Hash32 transaction, byte[] data, PreExecution result)
    {
        if (isFlawed)
        {
            return null;
        }

        if (result.Request != PreExecution.RequestIdOf(transaction)
            || (!result.IsRefusal && ModelOutput.Read(result.Output) is not { IsSimulation: false }))
        {
            return new Revert(HubErrors.InferenceResultMismatch);
        }

        return run.Mode == InferenceMode.Vanilla || verifier.VerifySignature(block, result.ToRow(data))
            ? null
            : new Revert(HubErrors.InvalidInferenceSignature);
    }

    private static Revert? CheckMode(RunModelCall run) =>
        run.Mode == InferenceMode.Zkml ? new Revert(HubErrors.InferenceModeUnsupported, (ulong)run.Mode) : null;

    private Revert? Check(
        in BlockContext block, RunModelCall run, Hash32 transaction, byte[] data, InferenceAttachment? attachment)
    {
        if (CheckMode(run) is { } unsupported)
        {
            return unsupported;
        }

        if (attachment?.Result is not { } result)
        {
            return attachment is not null && IsOverdue(attachment.Since, block.Height)
                ? new Revert(HubErrors.InferenceTimedOut, attachment.Since)
                : new Revert(HubErrors.InferenceResultMissing);
        }

        Revert? invalid = CheckResult(block, run, transaction, data, result);
        return invalid ?? (result.IsRefusal ? new Revert(HubErrors.InferenceRefused, Text: result.Refusal) : null);
    }

    private bool IsOverdue(ulong since, ulong height) =>
        since <= height && height - since >= (ulong)settings.Deadline;
}
