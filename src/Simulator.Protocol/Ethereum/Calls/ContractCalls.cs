using System.Diagnostics.CodeAnalysis;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Pipe;
using Simulator.Protocol.Registry;
using Simulator.Protocol.Settlement;

namespace Simulator.Protocol.Ethereum;

/// <summary>Call data back into a typed call, by selector.</summary>
public static class ContractCalls
{
    private static readonly SortedDictionary<uint, Reader> Readers = new()
    {
        [ApproveCall.Function.Value] = ApproveCall.Read,
        [TransferCall.Function.Value] = TransferCall.Read,
        [TransferFromCall.Function.Value] = TransferFromCall.Read,
        [BalanceOfCall.Function.Value] = BalanceOfCall.Read,
        [AllowanceCall.Function.Value] = AllowanceCall.Read,
        [PermitCall.Function.Value] = PermitCall.Read,
        [PermitNoncesCall.Function.Value] = PermitNoncesCall.Read,
        [TransferWithAuthorizationCall.SplitFunction.Value] = TransferWithAuthorizationCall.ReadSplit,
        [TransferWithAuthorizationCall.BytesFunction.Value] = TransferWithAuthorizationCall.ReadBytes,
        [ReceiveWithAuthorizationCall.Function.Value] = ReceiveWithAuthorizationCall.Read,
        [AuthorizationStateCall.Function.Value] = AuthorizationStateCall.Read,
        [NonceBitmapCall.Function.Value] = NonceBitmapCall.Read,
        [InvalidateUnorderedNoncesCall.Function.Value] = InvalidateUnorderedNoncesCall.Read,
        [ProxyPermit2Call.Function.Value] = ProxyPermit2Call.Read,
        [PermitWitnessTransferFromCall.Function.Value] = PermitWitnessTransferFromCall.Read,
        [ExactSettleCall.Function.Value] = ExactSettleCall.Read,
        [ExactSettleCall.FunctionWithPermit.Value] = ExactSettleCall.ReadWithPermit,
        [UptoSettleCall.Function.Value] = UptoSettleCall.Read,
        [UptoSettleCall.FunctionWithPermit.Value] = UptoSettleCall.ReadWithPermit,
        [ChannelDepositCall.Function.Value] = ChannelDepositCall.Read,
        [ChannelClaimCall.Function.Value] = ChannelClaimCall.Read,
        [ChannelClaimCall.FunctionWithSignature.Value] = ChannelClaimCall.ReadWithSignature,
        [ChannelSettleCall.Function.Value] = ChannelSettleCall.Read,
        [ChannelWithdrawCall.InitiateFunction.Value] = ChannelWithdrawCall.ReadInitiate,
        [ChannelWithdrawCall.FinalizeFunction.Value] = ChannelWithdrawCall.ReadFinalize,
        [ChannelRefundCall.Function.Value] = ChannelRefundCall.Read,
        [ChannelRefundCall.FunctionWithSignature.Value] = ChannelRefundCall.ReadWithSignature,
        [BatchSettleCall.Function.Value] = BatchSettleCall.Read,
        [SettleIndividualCall.Function.Value] = SettleIndividualCall.Read,
        [RegisterTeeCall.Function.Value] = RegisterTeeCall.Read,
        [RegisterTeeWithOhttpCall.Function.Value] = RegisterTeeWithOhttpCall.Read,
        [EnableTeeCall.Function.Value] = EnableTeeCall.Read,
        [DisableTeeCall.Function.Value] = DisableTeeCall.Read,
        [HeartbeatCall.Function.Value] = HeartbeatCall.Read,
        [SetOhttpConfigCall.Function.Value] = SetOhttpConfigCall.Read,
        [ClearOhttpConfigCall.Function.Value] = ClearOhttpConfigCall.Read,
        [GetActiveTeesCall.Function.Value] = GetActiveTeesCall.Read,
        [GetEnabledTeesCall.Function.Value] = GetEnabledTeesCall.Read,
        [GetTeeCall.Function.Value] = GetTeeCall.Read,
        [IsTeeActiveCall.Function.Value] = IsTeeActiveCall.Read,
        [IsTeeEnabledCall.Function.Value] = IsTeeEnabledCall.Read,
        [AggregateCall.Function.Value] = AggregateCall.Read,
        [RunModelCall.Function.Value] = RunModelCall.Read,
    };

    // Null when a nested tuple does not decode.
    private delegate ContractCall? Reader(Address target, ref AbiReader arguments);

    /// <summary>
    /// False for an unknown selector or arguments that do not decode. Bytes behind the arguments are ignored, as on
    /// chain.
    /// </summary>
    public static bool TryDecode(
        Address target, ReadOnlySpan<byte> callData, [NotNullWhen(true)] out ContractCall? call) =>
        TryDecode(target, callData, out call, out _);

    /// <summary>The same with the reason; the reason is unset where a call is found.</summary>
    public static bool TryDecode(
        Address target,
        ReadOnlySpan<byte> callData,
        [NotNullWhen(true)] out ContractCall? call,
        out CallRefusal refusal)
    {
        call = null;
        if (!Selector.TryRead(callData, out Selector selector)
            || !Readers.TryGetValue(selector.Value, out Reader? read))
        {
            refusal = CallRefusal.FunctionUnknown;
            return false;
        }

        AbiReader arguments = new(callData[Selector.Length..]);
        ContractCall? candidate = read(target, ref arguments);
        call = arguments.IsValid ? candidate : null;
        refusal = call is null ? CallRefusal.ArgumentsMalformed : CallRefusal.Unset;
        return call is not null;
    }
}
