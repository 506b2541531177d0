namespace Simulator.Scenarios.Settings;

/// <summary>The x402 scheme by which a request is paid.</summary>
public enum PaymentScheme
{
    Unset = 0,
    Upto,
    Exact,
}
