using System.Text;

namespace Simulator.Protocol.Receipts;

/// <summary>
/// Why a link is broken. Zero is not a reason. Payment reasons carry the payment protocol's own names.
/// </summary>
public enum LinkBreak
{
    Unset = 0,

    RequestNotAnObject,
    RequestHashMismatch,

    UnsupportedScheme,
    InvalidNetwork,
    UnsupportedPayloadType,
    InvalidPermit2Spender,
    InvalidPermit2RecipientMismatch,
    UptoFacilitatorMismatch,
    Permit2DeadlineExpired,
    Permit2NotYetValid,
    Permit2AmountMismatch,
    Permit2TokenMismatch,
    InvalidPermit2Signature,
    InvalidExactEvmMissingEip712Domain,
    InvalidExactEvmSignature,
    InvalidExactEvmRecipientMismatch,
    InvalidExactEvmPayloadAuthorizationValidBefore,
    InvalidExactEvmPayloadAuthorizationValidAfter,
    InvalidExactEvmAuthorizationValue,
    ChannelIdMismatch,
    ChannelReceiverMismatch,
    ChannelTokenMismatch,
    VoucherSignatureInvalid,
    CostAboveAmount,
    PaymentNotVerified,
    PayerMismatch,

    CostAboveSettledAmount,
    SettlementExceedsAmount,
    SettledAmountMismatch,
    SettlementTransactionMissing,
    SettlementTransactionUnexpected,
    SettledTooEarly,
    SettledAfterDeadline,
    UnauthorizedFacilitator,
    ClaimMissing,
    ClaimBelowCost,

    TransactionMalformed,
    TransactionHashMismatch,
    TransactionChainMismatch,
    TransactionTargetMismatch,
    TransactionCallMismatch,
    TransactionSignatureInvalid,

    ModelNameMismatch,
    ModelBlobMismatch,

    TeeIdNotOfSigningKey,

    RootNotTrusted,
    AttestationRefused,
    PcrHashMismatch,
    AnsweredBeforeBoot,

    TeeNotRegistered,
    TeeNotEnabled,
    PcrNotApproved,
    HeartbeatTooOld,
    StandingOutsideWindow,

    OutputHashMismatch,
    AnswerSignatureInvalid,

    AnswerRejected,
    VerifiedOutputMismatch,

    MerkleProofMismatch,
    EvidenceRootMismatch,
    EvidenceSizeMismatch,
    EvidenceBlobMismatch,
    EvidenceRowMismatch,
    EvidencePayerMismatch,
    EvidenceOutsideWindow,

    PayoutWithoutPayment,
    PayoutAboveCost,
    PayoutTransferEmpty,
    PayoutSumMismatch,
}

/// <summary>Names of reasons as reports and the independent verifier print them.</summary>
public static class LinkBreaks
{
    /// <summary>Lower case with underscores: <c>request_hash_mismatch</c>.</summary>
    public static string Name(this LinkBreak reason) => Words.Join(reason.ToString(), '_');
}

/// <summary>Splitting of names at their capitals.</summary>
internal static class Words
{
    public static string Join(string name, char separator)
    {
        StringBuilder text = new();
        foreach (char character in name)
        {
            if (char.IsAsciiLetterUpper(character) && text.Length > 0)
            {
                text.Append(separator);
            }

            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }
}
