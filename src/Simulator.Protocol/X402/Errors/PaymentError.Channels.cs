namespace Simulator.Protocol.X402;

// Payment channels: every name begins invalid_batch_settlement_evm_.
public sealed partial class PaymentError
{
    private const string ChannelPrefix = "invalid_batch_settlement_evm_";

    public static readonly PaymentError ChannelAuthorizerAddressMismatch =
        new(ChannelPrefix + "authorizer_address_mismatch");
    public static readonly PaymentError ChannelAuthorizerNotConfigured =
        new(ChannelPrefix + "authorizer_not_configured");
    public static readonly PaymentError ChannelBusy = new(ChannelPrefix + "channel_busy");
    public static readonly PaymentError ChannelIdMismatch = new(ChannelPrefix + "channel_id_mismatch");
    public static readonly PaymentError ChannelNotFound = new(ChannelPrefix + "channel_not_found");
    public static readonly PaymentError ChannelStateReadFailed = new(ChannelPrefix + "channel_state_read_failed");
    public static readonly PaymentError ChannelChargeExceedsSignedCumulative =
        new(ChannelPrefix + "charge_exceeds_signed_cumulative");
    public static readonly PaymentError ChannelClaimPayload = new(ChannelPrefix + "claim_payload");
    public static readonly PaymentError ChannelClaimSimulationFailed = new(ChannelPrefix + "claim_simulation_failed");
    public static readonly PaymentError ChannelClaimTransactionFailed = new(ChannelPrefix + "claim_transaction_failed");
    public static readonly PaymentError ChannelCumulativeAmountMismatch =
        new(ChannelPrefix + "cumulative_amount_mismatch");
    public static readonly PaymentError ChannelCumulativeBelowClaimed = new(ChannelPrefix + "cumulative_below_claimed");
    public static readonly PaymentError ChannelCumulativeExceedsBalance =
        new(ChannelPrefix + "cumulative_exceeds_balance");
    public static readonly PaymentError ChannelDepositBelowMinDeposit =
        new(ChannelPrefix + "deposit_below_min_deposit");
    public static readonly PaymentError ChannelDepositPayload = new(ChannelPrefix + "deposit_payload");
    public static readonly PaymentError ChannelDepositSimulationFailed =
        new(ChannelPrefix + "deposit_simulation_failed");
    public static readonly PaymentError ChannelDepositTransactionFailed =
        new(ChannelPrefix + "deposit_transaction_failed");
    public static readonly PaymentError ChannelEip2612AmountMismatch = new(ChannelPrefix + "eip2612_amount_mismatch");
    public static readonly PaymentError ChannelEip2612AssetMismatch = new(ChannelPrefix + "eip2612_asset_mismatch");
    public static readonly PaymentError ChannelEip2612DeadlineExpired = new(ChannelPrefix + "eip2612_deadline_expired");
    public static readonly PaymentError ChannelEip2612InvalidFormat = new(ChannelPrefix + "eip2612_invalid_format");
    public static readonly PaymentError ChannelEip2612InvalidSignature =
        new(ChannelPrefix + "eip2612_invalid_signature");
    public static readonly PaymentError ChannelEip2612OwnerMismatch = new(ChannelPrefix + "eip2612_owner_mismatch");
    public static readonly PaymentError ChannelEip2612SpenderMismatch = new(ChannelPrefix + "eip2612_spender_mismatch");
    public static readonly PaymentError ChannelEip6492FactoryNotAllowed =
        new(ChannelPrefix + "eip6492_factory_not_allowed");
    public static readonly PaymentError ChannelErc20ApprovalAssetMismatch =
        new(ChannelPrefix + "erc20_approval_asset_mismatch");
    public static readonly PaymentError ChannelErc20ApprovalBroadcastFailed =
        new(ChannelPrefix + "erc20_approval_broadcast_failed");
    public static readonly PaymentError ChannelErc20ApprovalFromMismatch =
        new(ChannelPrefix + "erc20_approval_from_mismatch");
    public static readonly PaymentError ChannelErc20ApprovalInvalidFormat =
        new(ChannelPrefix + "erc20_approval_invalid_format");
    public static readonly PaymentError ChannelErc20ApprovalUnavailable =
        new(ChannelPrefix + "erc20_approval_unavailable");
    public static readonly PaymentError ChannelErc20ApprovalWrongSpender =
        new(ChannelPrefix + "erc20_approval_wrong_spender");
    public static readonly PaymentError ChannelErc3009AuthorizationRequired =
        new(ChannelPrefix + "erc3009_authorization_required");
    public static readonly PaymentError ChannelInsufficientBalance = new(ChannelPrefix + "insufficient_balance");
    public static readonly PaymentError ChannelMissingChannel = new(ChannelPrefix + "missing_channel");
    public static readonly PaymentError ChannelMissingEip712Domain = new(ChannelPrefix + "missing_eip712_domain");
    public static readonly PaymentError ChannelNetworkMismatch = new(ChannelPrefix + "network_mismatch");
    public static readonly PaymentError ChannelNothingToSettle = new(ChannelPrefix + "nothing_to_settle");
    public static readonly PaymentError ChannelPayloadAuthorizationValidAfter =
        new(ChannelPrefix + "payload_authorization_valid_after");
    public static readonly PaymentError ChannelPayloadAuthorizationValidBefore =
        new(ChannelPrefix + "payload_authorization_valid_before");
    public static readonly PaymentError ChannelPayloadType = new(ChannelPrefix + "payload_type");
    public static readonly PaymentError ChannelPermit2AllowanceRequired =
        new(ChannelPrefix + "permit2_allowance_required");
    public static readonly PaymentError ChannelPermit2AmountMismatch = new(ChannelPrefix + "permit2_amount_mismatch");
    public static readonly PaymentError ChannelPermit2AuthorizationRequired =
        new(ChannelPrefix + "permit2_authorization_required");
    public static readonly PaymentError ChannelPermit2DeadlineExpired = new(ChannelPrefix + "permit2_deadline_expired");
    public static readonly PaymentError ChannelPermit2InvalidSignature =
        new(ChannelPrefix + "permit2_invalid_signature");
    public static readonly PaymentError ChannelPermit2InvalidSpender = new(ChannelPrefix + "permit2_invalid_spender");
    public static readonly PaymentError ChannelReceiveAuthorizationSignature =
        new(ChannelPrefix + "receive_authorization_signature");
    public static readonly PaymentError ChannelReceiverAuthorizerMismatch =
        new(ChannelPrefix + "receiver_authorizer_mismatch");
    public static readonly PaymentError ChannelReceiverMismatch = new(ChannelPrefix + "receiver_mismatch");
    public static readonly PaymentError ChannelRefundAmountInvalid = new(ChannelPrefix + "refund_amount_invalid");
    public static readonly PaymentError ChannelRefundNoBalance = new(ChannelPrefix + "refund_no_balance");
    public static readonly PaymentError ChannelRefundPayload = new(ChannelPrefix + "refund_payload");
    public static readonly PaymentError ChannelRefundSimulationFailed = new(ChannelPrefix + "refund_simulation_failed");
    public static readonly PaymentError ChannelRefundTransactionFailed =
        new(ChannelPrefix + "refund_transaction_failed");
    public static readonly PaymentError ChannelRpcReadFailed = new(ChannelPrefix + "rpc_read_failed");
    public static readonly PaymentError ChannelScheme = new(ChannelPrefix + "scheme");
    public static readonly PaymentError ChannelSettlePayload = new(ChannelPrefix + "settle_payload");
    public static readonly PaymentError ChannelSettleSimulationFailed = new(ChannelPrefix + "settle_simulation_failed");
    public static readonly PaymentError ChannelSettleTransactionFailed =
        new(ChannelPrefix + "settle_transaction_failed");
    public static readonly PaymentError ChannelSmartWalletDeploymentFailed =
        new(ChannelPrefix + "smart_wallet_deployment_failed");
    public static readonly PaymentError ChannelTokenMismatch = new(ChannelPrefix + "token_mismatch");
    public static readonly PaymentError ChannelTransactionReverted = new(ChannelPrefix + "transaction_reverted");
    public static readonly PaymentError ChannelUnknownSettleAction = new(ChannelPrefix + "unknown_settle_action");
    public static readonly PaymentError ChannelVoucherPayload = new(ChannelPrefix + "voucher_payload");
    public static readonly PaymentError ChannelVoucherSignature = new(ChannelPrefix + "voucher_signature");
    public static readonly PaymentError ChannelWaitForReceiptFailed = new(ChannelPrefix + "wait_for_receipt_failed");
    public static readonly PaymentError ChannelWithdrawDelayMismatch = new(ChannelPrefix + "withdraw_delay_mismatch");
    public static readonly PaymentError ChannelWithdrawDelayOutOfRange =
        new(ChannelPrefix + "withdraw_delay_out_of_range");
}
