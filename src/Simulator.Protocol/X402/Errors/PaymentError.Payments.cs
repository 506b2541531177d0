namespace Simulator.Protocol.X402;

public sealed partial class PaymentError
{
    // The specification's own list, for the names no implementation emits otherwise.
    public static readonly PaymentError InsufficientFunds = new("insufficient_funds");
    public static readonly PaymentError InvalidExactEvmPayloadAuthorizationValueMismatch =
        new("invalid_exact_evm_payload_authorization_value_mismatch");
    public static readonly PaymentError InvalidExactEvmPayloadSignature = new("invalid_exact_evm_payload_signature");
    public static readonly PaymentError InvalidExactEvmPayloadRecipientMismatch =
        new("invalid_exact_evm_payload_recipient_mismatch");
    public static readonly PaymentError InvalidNetwork = new("invalid_network");
    public static readonly PaymentError InvalidPayload = new("invalid_payload");
    public static readonly PaymentError InvalidPaymentRequirements = new("invalid_payment_requirements");
    public static readonly PaymentError UnsupportedScheme = new("unsupported_scheme");
    public static readonly PaymentError InvalidX402Version = new("invalid_x402_version");
    public static readonly PaymentError UnexpectedVerifyError = new("unexpected_verify_error");
    public static readonly PaymentError UnexpectedSettleError = new("unexpected_settle_error");

    // Any scheme.
    public static readonly PaymentError UnsupportedPayloadType = new("unsupported_payload_type");
    public static readonly PaymentError InvalidTransactionState = new("invalid_transaction_state");
    public static readonly PaymentError InvalidScheme = new("invalid_scheme");

    // Exact by EIP-3009.
    public static readonly PaymentError InvalidExactEvmScheme = new("invalid_exact_evm_scheme");
    public static readonly PaymentError InvalidExactEvmNetworkMismatch = new("invalid_exact_evm_network_mismatch");
    public static readonly PaymentError InvalidExactEvmMissingEip712Domain =
        new("invalid_exact_evm_missing_eip712_domain");
    public static readonly PaymentError InvalidExactEvmRecipientMismatch = new("invalid_exact_evm_recipient_mismatch");
    public static readonly PaymentError InvalidExactEvmSignature = new("invalid_exact_evm_signature");
    public static readonly PaymentError InvalidExactEvmPayloadAuthorizationValidBefore =
        new("invalid_exact_evm_payload_authorization_valid_before");
    public static readonly PaymentError InvalidExactEvmPayloadAuthorizationValidAfter =
        new("invalid_exact_evm_payload_authorization_valid_after");
    public static readonly PaymentError InvalidExactEvmAuthorizationValue =
        new("invalid_exact_evm_authorization_value");
    public static readonly PaymentError InvalidExactEvmPayloadUndeployedSmartWallet =
        new("invalid_exact_evm_payload_undeployed_smart_wallet");
    public static readonly PaymentError InvalidExactEvmTransactionFailed = new("invalid_exact_evm_transaction_failed");
    public static readonly PaymentError InvalidExactEvmTokenNameMismatch = new("invalid_exact_evm_token_name_mismatch");
    public static readonly PaymentError InvalidExactEvmTokenVersionMismatch =
        new("invalid_exact_evm_token_version_mismatch");
    public static readonly PaymentError InvalidExactEvmEip3009NotSupported =
        new("invalid_exact_evm_eip3009_not_supported");
    public static readonly PaymentError InvalidExactEvmNonceAlreadyUsed = new("invalid_exact_evm_nonce_already_used");
    public static readonly PaymentError InvalidExactEvmInsufficientBalance =
        new("invalid_exact_evm_insufficient_balance");
    public static readonly PaymentError InvalidExactEvmTransactionSimulationFailed =
        new("invalid_exact_evm_transaction_simulation_failed");

    // Exact by Permit2 and upto.
    public static readonly PaymentError InvalidPermit2Spender = new("invalid_permit2_spender");
    public static readonly PaymentError InvalidPermit2RecipientMismatch = new("invalid_permit2_recipient_mismatch");
    public static readonly PaymentError Permit2DeadlineExpired = new("permit2_deadline_expired");
    public static readonly PaymentError Permit2NotYetValid = new("permit2_not_yet_valid");
    public static readonly PaymentError Permit2AmountMismatch = new("permit2_amount_mismatch");
    public static readonly PaymentError Permit2TokenMismatch = new("permit2_token_mismatch");
    public static readonly PaymentError InvalidPermit2Signature = new("invalid_permit2_signature");
    public static readonly PaymentError Permit2AllowanceRequired = new("permit2_allowance_required");
    public static readonly PaymentError Permit2SimulationFailed = new("permit2_simulation_failed");
    public static readonly PaymentError Permit2InsufficientBalance = new("permit2_insufficient_balance");
    public static readonly PaymentError Permit2ProxyNotDeployed = new("permit2_proxy_not_deployed");
    public static readonly PaymentError Permit2InvalidAmount = new("permit2_invalid_amount");
    public static readonly PaymentError Permit2InvalidDestination = new("permit2_invalid_destination");
    public static readonly PaymentError Permit2InvalidOwner = new("permit2_invalid_owner");
    public static readonly PaymentError Permit2PaymentTooEarly = new("permit2_payment_too_early");
    public static readonly PaymentError Permit2InvalidNonce = new("permit2_invalid_nonce");
    public static readonly PaymentError Permit2With2612AmountMismatch = new("permit2_2612_amount_mismatch");

    // Gas sponsoring by a signed approval transaction.
    public static readonly PaymentError InvalidErc20ApprovalExtensionFormat =
        new("invalid_erc20_approval_extension_format");
    public static readonly PaymentError Erc20ApprovalFromMismatch = new("erc20_approval_from_mismatch");
    public static readonly PaymentError Erc20ApprovalAssetMismatch = new("erc20_approval_asset_mismatch");
    public static readonly PaymentError Erc20ApprovalSpenderNotPermit2 = new("erc20_approval_spender_not_permit2");
    public static readonly PaymentError Erc20ApprovalTxWrongTarget = new("erc20_approval_tx_wrong_target");
    public static readonly PaymentError Erc20ApprovalTxWrongSelector = new("erc20_approval_tx_wrong_selector");
    public static readonly PaymentError Erc20ApprovalTxWrongSpender = new("erc20_approval_tx_wrong_spender");
    public static readonly PaymentError Erc20ApprovalTxInvalidCalldata = new("erc20_approval_tx_invalid_calldata");
    public static readonly PaymentError Erc20ApprovalTxSignerMismatch = new("erc20_approval_tx_signer_mismatch");
    public static readonly PaymentError Erc20ApprovalTxInvalidSignature = new("erc20_approval_tx_invalid_signature");
    public static readonly PaymentError Erc20ApprovalTxParseFailed = new("erc20_approval_tx_parse_failed");
    public static readonly PaymentError Erc20ApprovalTxFailed = new("erc20_approval_tx_failed");

    // Gas sponsoring by a signed allowance.
    public static readonly PaymentError InvalidEip2612ExtensionFormat = new("invalid_eip2612_extension_format");
    public static readonly PaymentError Eip2612FromMismatch = new("eip2612_from_mismatch");
    public static readonly PaymentError Eip2612AssetMismatch = new("eip2612_asset_mismatch");
    public static readonly PaymentError Eip2612SpenderNotPermit2 = new("eip2612_spender_not_permit2");
    public static readonly PaymentError Eip2612DeadlineExpired = new("eip2612_deadline_expired");

    // Upto.
    public static readonly PaymentError InvalidUptoEvmScheme = new("invalid_upto_evm_scheme");
    public static readonly PaymentError InvalidUptoEvmNetworkMismatch = new("invalid_upto_evm_network_mismatch");
    public static readonly PaymentError InvalidUptoEvmPayloadSettlementExceedsAmount =
        new("invalid_upto_evm_payload_settlement_exceeds_amount");
    public static readonly PaymentError UptoAmountExceedsPermitted = new("upto_amount_exceeds_permitted");
    public static readonly PaymentError UptoUnauthorizedFacilitator = new("upto_unauthorized_facilitator");
    public static readonly PaymentError UptoFacilitatorMismatch = new("upto_facilitator_mismatch");

    // Hooks of the resource server.
    public static readonly PaymentError BeforeVerifyHookError = new("before_verify_hook_error");
    public static readonly PaymentError BeforeSettleHookError = new("before_settle_hook_error");
}
