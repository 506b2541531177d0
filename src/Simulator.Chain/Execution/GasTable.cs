using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Pipe;
using Simulator.Protocol.Registry;
using Simulator.Protocol.Settlement;

namespace Simulator.Chain.Execution;

/// <summary>
/// What calls cost. The EVM itself is not simulated: a call costs its calldata, a fixed amount per function.
/// </summary>
/// <remarks>
/// Transaction and calldata: Ethereum yellow paper and EIP-2028. Precompiles: the figures of the TEE precompile.
/// Functions: rounded sums of the storage accesses they make (cold read 2,100, new slot 22,100, changed slot 5,000,
/// event about 1,750, signature recovery 3,000); they matter for fees and block space only, never for an outcome.
/// </remarks>
public static class GasTable
{
    public const ulong Transaction = 21_000;
    public const ulong CalldataZeroByte = 4;
    public const ulong CalldataByte = 16;

    public const ulong Approve = 26_000;
    public const ulong Transfer = 30_000;
    public const ulong TransferFrom = 37_000;
    public const ulong Permit = 52_000;
    public const ulong TransferWithAuthorization = 60_000;
    public const ulong CancelAuthorization = 30_000;
    public const ulong PermitTransferFrom = 65_000;
    public const ulong InvalidateNonces = 26_000;
    public const ulong Settle = 74_000;
    public const ulong SettleWithPermit = Settle + Permit;

    public const ulong VerifyAttestation = 500_000;
    public const ulong VerifyRsaPss = 20_000;

    public const ulong Role = 28_000;
    public const ulong RegistryAdmin = 50_000;
    public const ulong RegisterTee = VerifyAttestation + 900_000;
    public const ulong RegisterTeeWithOhttp = RegisterTee + SetOhttpConfig;
    public const ulong EnableTee = 35_000;
    public const ulong Heartbeat = VerifyRsaPss + 30_000;
    public const ulong SetOhttpConfig = VerifyRsaPss + 180_000;
    public const ulong BatchSettle = 8_000;
    public const ulong SettleIndividual = VerifyRsaPss + 40_000;

    public const ulong RunModel = VerifyRsaPss + 40_000;

    public const ulong ChannelDeposit = 150_000;
    public const ulong ChannelClaimRow = 40_000;
    public const ulong ChannelSettle = 45_000;
    public const ulong ChannelWithdraw = 48_000;
    public const ulong ChannelRefund = 60_000;

    public const ulong Stake = 75_000;
    public const ulong Slash = 110_000;
    public const ulong Unjail = 30_000;
    public const ulong Reward = 55_000;
    public const ulong BridgeSend = 70_000;
    public const ulong BridgeDeliver = 60_000;

    public const ulong CommitAnswer = 30_000;
    public const ulong ReportCheck = 28_000;
    public const ulong ChallengeAnswer = 55_000;
    public const ulong RuleOnAnswer = 24_000;
    public const ulong RevealTest = 30_000;

    /// <summary>Gas of a call's execution; nothing for calldata that no function matches.</summary>
    public static ulong Execution(ContractCall? call) => call switch
    {
        PricedCall priced => priced.Gas,
        ApproveCall => Approve,
        TransferCall => Transfer,
        TransferFromCall => TransferFrom,
        PermitCall => Permit,
        TransferWithAuthorizationCall or ReceiveWithAuthorizationCall => TransferWithAuthorization,
        PermitWitnessTransferFromCall => PermitTransferFrom,
        InvalidateUnorderedNoncesCall => InvalidateNonces,
        ExactSettleCall { Permit: null } or UptoSettleCall { Permit: null } => Settle,
        ExactSettleCall or UptoSettleCall => SettleWithPermit,
        BatchSettleCall => BatchSettle,
        SettleIndividualCall => SettleIndividual,
        RunModelCall => RunModel,
        RegisterTeeCall => RegisterTee,
        RegisterTeeWithOhttpCall => RegisterTeeWithOhttp,
        EnableTeeCall or DisableTeeCall or ClearOhttpConfigCall => EnableTee,
        HeartbeatCall => Heartbeat,
        SetOhttpConfigCall => SetOhttpConfig,
        _ => 0,
    };

    /// <summary>21,000 and 4 or 16 for each byte of calldata.</summary>
    public static ulong Intrinsic(ReadOnlySpan<byte> calldata)
    {
        ulong gas = Transaction;
        foreach (byte value in calldata)
        {
            gas += value == 0 ? CalldataZeroByte : CalldataByte;
        }

        return gas;
    }
}
